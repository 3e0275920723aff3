import { InvalidJurisdiction, loadJurisdiction, parseJurisdiction } from './load-jurisdiction';

const ministry = (code: string) => ({ code, name: code.toUpperCase(), shortName: code });
const file = {
  id: 'test',
  name: 'Test',
  ministries: [ministry('stk'), ministry('mf')],
  offices: { cabinet: 'stk', finance: 'mf', strategy: 'mf' },
  pillars: [{ code: 'state', title: 'State' }],
  themes: [{ code: 'files', pillar: 'state', title: 'Files', description: 'Without paper.' }],
};
const messageOf = (change: object): string => {
  try {
    parseJurisdiction(JSON.stringify({ ...file, ...change }), 'x.json');
    return 'accepted';
  } catch (error) {
    return error instanceof InvalidJurisdiction ? error.message : `bug: ${String(error)}`;
  }
};

describe('a jurisdiction file', () => {
  it('is taken as it is', () => {
    expect(parseJurisdiction(JSON.stringify(file), 'x.json')).toEqual(file);
    expect(messageOf({ sample: true, holidays: ['2026-01-06'], limits: { slip: 90 } })).toBe('accepted');
  });

  it.each([
    [
      { offices: { ...file.offices, cabinet: 'mwu' } },
      'x.json: offices.cabinet names mwu, which is not among the ministries.',
    ],
    [
      { themes: [{ ...file.themes[0], pillar: 'moon' }] },
      'x.json: themes[0] (files) names the pillar moon, which is not among the pillars.',
    ],
    [
      { ministries: [ministry('stk'), ministry('mf'), ministry('stk')] },
      'x.json: ministries[2] has the code stk of ministries[0].',
    ],
    [{ pillars: [...file.pillars, ...file.pillars] }, 'x.json: pillars[1] has the code state of pillars[0].'],
    [{ themes: [...file.themes, ...file.themes] }, 'x.json: themes[1] has the code files of themes[0].'],
    [
      { ministries: [ministry('STK')] },
      'x.json at #/ministries/0/code: code must be the code of a ministry such as mwu.',
    ],
    [{ colour: 'red' }, 'x.json at #/colour: colour is not a field here.'],
    [{ name: undefined }, 'x.json at #/name: name is missing; it must be text of 1 to 200 characters.'],
  ])('that says %j is refused with the place', (change, message) => expect(messageOf(change)).toBe(message));

  it('tells all that is wrong, a sentence a line', () => {
    const change = { ministries: [ministry('stk')], themes: [{ ...file.themes[0], pillar: 'moon' }] };
    expect(messageOf(change).split('\n')).toHaveLength(3);
  });

  it('must be there, and JSON', async () => {
    await expect(loadJurisdiction('/nowhere.json')).rejects.toThrow(
      'The jurisdiction file /nowhere.json cannot be read.',
    );
    expect(() => parseJurisdiction('{', 'x.json')).toThrow('x.json is not JSON.');
  });
});
