import { createHash } from 'node:crypto';

import { entityId, uuidv5 } from './uuid';

it('is a UUID of version 5, the same for the same name', () => {
  expect(uuidv5('a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
  expect(uuidv5('a')).toBe(uuidv5('a'));
  expect(new Set(['a', 'b', 'ä', 'a\u0308'].map(uuidv5)).size).toBe(4);
});

it('never changes: every id that was given out rests on it', () => {
  expect([uuidv5(''), entityId('mwu', 'goal', 'Z-1')]).toEqual([
    '5c97ec2c-1a9a-5398-92ab-f660d93f52d2',
    '2cf31b6f-014f-5be7-96cd-3ece88603bf1',
  ]);
});

it('is what RFC 9562 says, in the namespace of the product', () => {
  const namespace = Buffer.from('7a69656c77654bc2ab70726f64756374', 'hex');
  const digest = createHash('sha1').update(namespace).update('Zügig').digest().subarray(0, 16);
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x50, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  expect(uuidv5('Zügig').replaceAll('-', '')).toBe(digest.toString('hex'));
});

it('tells the same reference in another house, or of another kind, apart', () => {
  const ids = [entityId('mwu', 'goal', '1'), entityId('mi', 'goal', '1'), entityId('mwu', 'measure', '1')];
  expect(new Set(ids).size).toBe(3);
});
