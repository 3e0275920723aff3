// Over HTTP, on the memory store.
import { entityId } from '@zielwerk/platform';
import { type Asked, bodyAgreement, OpenHouse, WAYS } from '@zielwerk/platform/testing';

import { IndicatorsModule } from './indicators.module';
import { goals, goalsOfOthers } from './testing/goals-of-others';

const id = entityId('mid', 'indicator', 'K-MID-1');
const stream = `mid.indicator-${id}`;
const [goalId, otherGoalId] = goals;
const shortest = {
  ...{ title: 'Electronic files', unit: 'authorities', kind: 'observed', periodicity: 'quarter' },
  goals: [goalId],
};
const targetPath = [{ date: '2028-12-31', value: 60.5 }];
const definition = {
  ...shortest,
  kind: 'increase',
  reference: 'K-MID-1',
  description: 'Authorities without paper',
  decimals: 1,
  baseline: { value: 10, date: '2024-12-31' },
  targetPath,
  source: 'Own survey',
  region: '15',
};
const observation = { period: '2026-Q3', value: 22.5, provisional: true };

const by = { roles: ['observer'] };
const define: Asked = { command: 'DefineIndicator', data: definition };
const report: Asked = { command: 'ReportObservation', id, data: observation, by };
const reportFrom = (source: string | null): Asked => ({ ...report, data: { ...observation, source } });
const findPlausible: Asked = { command: 'FindObservationPlausible', id, data: { observation: 1 }, by };
const refuse: Asked = { command: 'RefuseObservation', id, data: { observation: 1, reason: 'Twice last year' }, by };
const correction = { corrects: 1, value: 23, provisional: true, reason: 'One was missing' };
const correct: Asked = { command: 'CorrectObservation', id, data: correction, by };
const link: Asked = { command: 'LinkIndicatorToGoal', id, data: { goalId: otherGoalId } };

let house: OpenHouse;
beforeEach(async () => {
  house = await OpenHouse.with('mid', IndicatorsModule);
  house.knows(goalsOfOthers);
});
afterEach(() => house.close());

describe.each(WAYS)('through %s', (way) => {
  const ask = (asked: Asked) => house.ask(way, asked);

  it('an indicator is defined and observed', async () => {
    expect(await ask({ ...define, occurredOn: '2026-01-12' })).toEqual({ stream, revision: 0 });
    expect(await ask(report)).toEqual({ stream, revision: 1 });
    expect(await ask({ ...report, data: { period: '2026-Q2', value: 12 } })).toEqual({ stream, revision: 2 });
    expect(await house.history(stream)).toEqual([
      ['2026-01-12', 'IndicatorDefined.v1', { indicatorId: id, ...definition }],
      ['2026-11-23', 'ObservationReported.v2', { indicatorId: id, ...observation, source: null }],
      [
        '2026-11-23',
        'ObservationReported.v2',
        { indicatorId: id, ...observation, period: '2026-Q2', value: 12, provisional: false, source: null },
      ],
    ]);
  });

  it('observations are found plausible, refused and corrected', async () => {
    for (const asked of [define, report, { ...report, data: { period: '2026-Q2', value: 12 } }]) await ask(asked);
    expect(await ask(findPlausible)).toEqual({ stream, revision: 3 });
    expect(await ask({ ...refuse, data: { observation: 2, reason: 'Twice last year' } })).toEqual({
      ...{ stream, revision: 4 },
    });
    expect(await ask(correct)).toEqual({ stream, revision: 5 });
    expect(await ask({ ...correct, data: { corrects: 2, value: 13, reason: 'Counted anew' } })).toEqual({
      ...{ stream, revision: 6 },
    });
    expect((await house.history(stream)).slice(3)).toEqual([
      ['2026-11-23', 'ObservationFoundPlausible.v1', { indicatorId: id, observation: 1 }],
      ['2026-11-23', 'ObservationRefused.v1', { indicatorId: id, observation: 2, reason: 'Twice last year' }],
      ['2026-11-23', 'ObservationCorrected.v1', { indicatorId: id, period: '2026-Q3', ...correction }],
      [
        '2026-11-23',
        'ObservationCorrected.v1',
        { indicatorId: id, corrects: 2, period: '2026-Q2', value: 13, provisional: false, reason: 'Counted anew' },
      ],
    ]);
  });

  it('an indicator serves further goals', async () => {
    await ask(define);
    expect(await ask(link)).toEqual({ stream, revision: 1 });
    expect((await house.history(stream)).slice(1)).toEqual([
      ['2026-11-23', 'IndicatorLinkedToGoal.v1', { indicatorId: id, goalId: otherGoalId }],
    ]);
  });

  it('a goal that has not arrived is not known here yet', async () => {
    const unheard = '0190a1de-0000-7000-8000-0000000000a9';
    const notYet = { status: 409, code: 'not-known-here-yet' };
    expect(await ask({ ...define, data: { ...definition, goals: [goalId, unheard] } })).toEqual(notYet);
    await ask(define);
    expect(await ask({ ...link, data: { goalId: unheard } })).toEqual(notYet);
  });

  it('what a definition leaves out is open', async () => {
    const own = '0190a1de-0000-7000-8000-0000000000b7';
    expect(await ask({ command: 'DefineIndicator', id: own, data: shortest })).toMatchObject({ revision: 0 });
    expect(await house.history(`mid.indicator-${own}`)).toEqual([
      [
        '2026-11-23',
        'IndicatorDefined.v1',
        {
          ...{ indicatorId: own, ...shortest, reference: null, description: null, decimals: 0, baseline: null },
          ...{ targetPath: [], source: null, region: null },
        },
      ],
    ]);
  });

  it('a baseline may have no date', async () => {
    await ask({ ...define, data: { ...definition, baseline: { value: 10 } } });
    expect(await house.history(stream)).toMatchObject([
      ['2026-11-23', 'IndicatorDefined.v1', { baseline: { value: 10, date: null } }],
    ]);
  });

  it.each([
    [404, 'indicator-unknown', [], report],
    [422, 'target-missing', [], { ...define, data: { ...definition, targetPath: [] } }],
    [422, 'region-not-an-ags', [], { ...define, data: { ...definition, region: 'Harz' } }],
    [
      ...[422, 'baseline-after-target', []],
      { ...define, data: { ...definition, baseline: { value: 10, date: '2029-01-01' } } },
    ],
    [409, 'period-already-observed', [define, report], report],
    [422, 'period-of-other-kind', [define], { ...report, data: { ...observation, period: '2026-09' } }],
    [400, 'invalid-request', [define], { ...report, data: { ...observation, period: 'spring' } }],
    [404, 'observation-unknown', [define], findPlausible],
    [409, 'observation-settled', [define, report, refuse], findPlausible],
    [409, 'observation-superseded', [define, report, correct], refuse],
  ] as [number, string, Asked[], Asked][])('a refusal has the status of its kind: %i %s', async (...of) => {
    const [status, code, history, asked] = of;
    for (const earlier of history) await ask(earlier);
    expect(await ask(asked)).toEqual({ status, code });
  });
});

it.each(WAYS)(
  'a source is refused while the house writes the version that has no words for it, through %s',
  async (way) => {
    const earlier = await OpenHouse.writing({}, 'mid', IndicatorsModule);
    earlier.knows(goalsOfOthers);
    await earlier.ask(way, define);
    expect(await earlier.ask(way, reportFrom('Survey'))).toEqual({ status: 409, code: 'version-not-written-yet' });
    expect(await earlier.ask(way, reportFrom(null))).toEqual({ stream, revision: 1 });
    await earlier.close();
  },
);

it.each(WAYS)('a source is recorded once the configuration names the newer version, through %s', async (way) => {
  const later = await OpenHouse.writing({ ObservationReported: 2 }, 'mid', IndicatorsModule);
  later.knows(goalsOfOthers);
  await later.ask(way, define);
  expect(await later.ask(way, reportFrom('Survey of the districts'))).toEqual({ stream, revision: 1 });
  expect((await later.history(stream)).slice(1)).toEqual([
    ['2026-11-23', 'ObservationReported.v2', { indicatorId: id, ...observation, source: 'Survey of the districts' }],
  ]);
  await later.close();
});

it('editors and observers may observe; links are up to editors', async () =>
  expect(await house.whoMay()).toEqual({
    DefineIndicator: ['editor', 'observer'],
    LinkIndicatorToGoal: ['editor'],
    ReportObservation: ['editor', 'observer'],
    FindObservationPlausible: ['editor', 'observer'],
    RefuseObservation: ['editor', 'observer'],
    CorrectObservation: ['editor', 'observer'],
  }));

it.each([define, link, reportFrom('Own survey'), findPlausible, refuse, correct])(
  'ajv and class-validator agree on the body of $command',
  (asked) => expect(bodyAgreement(IndicatorsModule, asked)).toBeGreaterThan(100),
);
