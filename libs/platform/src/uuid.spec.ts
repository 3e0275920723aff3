import { entityId, uuidv5 } from './uuid';

it('is a UUID of version 5, the same for the same name', () => {
  expect(uuidv5('a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
  expect(uuidv5('a')).toBe(uuidv5('a'));
  expect(new Set(['a', 'b', 'ä', 'a\u0308'].map(uuidv5)).size).toBe(4);
});

it('never changes: every id that was given out rests on it', () => {
  expect([uuidv5(''), entityId('mwu', 'goal', 'Z-1')]).toEqual([
    '5d0eef9e-9864-5a71-84e3-e2511ba276a1',
    '55a33fc4-200c-5342-81ab-9360d7a75aff',
  ]);
});

it('tells the same reference in another house, or of another kind, apart', () => {
  const ids = [entityId('mwu', 'goal', '1'), entityId('mi', 'goal', '1'), entityId('mwu', 'measure', '1')];
  expect(new Set(ids).size).toBe(3);
});
