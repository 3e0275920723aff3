import { limitsOf } from './limits';
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
    expect(messageOf({ sample: true, holidays: ['2026-01-06'], limits: {} })).toBe('accepted');
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
    [{ limits: { slip: 90 } }, 'x.json at #/limits/slip: slip is not a field here.'],
    [
      { limits: { reportingPeriodicity: 'week' } },
      'x.json at #/limits/reportingPeriodicity: reportingPeriodicity must be one of quarter, month.',
    ],
    [
      { limits: { redBelowPathPercent: 95 } },
      'x.json: limits.redBelowPathPercent is 95, above limits.amberBelowPathPercent, which is 90.',
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

describe('the limits of a jurisdiction', () => {
  const usual = {
    ...{ appraisalAboveCents: null, forecastDelayDays: 90, heavyWeightPercent: 50, reportingPeriodicity: 'quarter' },
    ...{ redBelowPathPercent: 70, amberBelowPathPercent: 90 },
  };

  it.each([undefined, null, {}, { appraisalAboveCents: null, forecastDelayDays: null }])(
    'are the usual ones where the file says %j',
    (limits) => expect(limitsOf({ limits })).toEqual(usual),
  );

  it('are those of the file, down to none at all', () => {
    const said = { forecastDelayDays: 0, redBelowPathPercent: 0, amberBelowPathPercent: 0, heavyWeightPercent: 0 };
    const limits = { ...said, appraisalAboveCents: 0, reportingPeriodicity: 'month' } as const;
    expect(limitsOf({ limits })).toEqual(limits);
  });

  it('of the state that is delivered with the program stand in its file', async () => {
    const { limits } = await loadJurisdiction('jurisdictions/sachsen-anhalt.json');
    expect(limits).toEqual({ ...usual, appraisalAboveCents: 100_000_000 });
  });
});
