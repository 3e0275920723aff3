// Over HTTP, on the memory store.
import { entityId } from '@zielwerk/platform';
import { bodyAgreement, OpenHouse, WAYS } from '@zielwerk/platform/testing';

import { IndicatorsModule } from './indicators.module';

const id = entityId('mid', 'indicator', 'K-MID-1');
const stream = `mid.indicator-${id}`;
const goals = ['0190a1de-0000-7000-8000-0000000000a1'];
const shortest = { title: 'Electronic files', unit: 'authorities', kind: 'observed', periodicity: 'quarter', goals };
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

const define = { command: 'DefineIndicator', data: definition };
const report = { command: 'ReportObservation', id, data: observation, by: { roles: ['observer'] } };

let house: OpenHouse;
beforeEach(async () => (house = await OpenHouse.with('mid', IndicatorsModule)));
afterEach(() => house.close());

describe.each(WAYS)('through %s', (way) => {
  it('an indicator is defined and observed', async () => {
    expect(await house.ask(way, { ...define, occurredOn: '2026-01-12' })).toEqual({ stream, revision: 0 });
    expect(await house.ask(way, report)).toEqual({ stream, revision: 1 });
    expect(await house.ask(way, { ...report, data: { period: '2026-Q2', value: 12 } })).toEqual({
      stream,
      revision: 2,
    });
    expect(await house.history(stream)).toEqual([
      ['2026-01-12', 'IndicatorDefined.v1', { indicatorId: id, ...definition }],
      ['2026-11-23', 'ObservationReported.v1', { indicatorId: id, ...observation }],
      ['2026-11-23', 'ObservationReported.v1', { indicatorId: id, period: '2026-Q2', value: 12, provisional: false }],
    ]);
  });

  it('what a definition leaves out is open', async () => {
    const own = '0190a1de-0000-7000-8000-0000000000b7';
    expect(await house.ask(way, { command: 'DefineIndicator', id: own, data: shortest })).toMatchObject({
      revision: 0,
    });
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
    await house.ask(way, { ...define, data: { ...definition, baseline: { value: 10 } } });
    expect(await house.history(stream)).toMatchObject([
      ['2026-11-23', 'IndicatorDefined.v1', { baseline: { value: 10, date: null } }],
    ]);
  });

  it('a refusal has the status of its kind', async () => {
    expect(await house.ask(way, report)).toEqual({ status: 404, code: 'indicator-unknown' });
    expect(await house.ask(way, { ...define, data: { ...definition, targetPath: [] } })).toEqual({
      status: 422,
      code: 'target-missing',
    });
    await house.ask(way, define);
    await house.ask(way, report);
    expect(await house.ask(way, report)).toEqual({ status: 409, code: 'period-already-observed' });
    expect(await house.ask(way, { ...report, data: { ...observation, period: '2026-09' } })).toEqual({
      status: 422,
      code: 'period-of-other-kind',
    });
    expect(await house.ask(way, { ...report, data: { ...observation, period: 'spring' } })).toEqual({
      status: 400,
      code: 'invalid-request',
    });
  });
});

it('editors and observers may', async () =>
  expect(await house.whoMay()).toEqual({
    DefineIndicator: ['editor', 'observer'],
    ReportObservation: ['editor', 'observer'],
  }));

it.each([define, report])('ajv and class-validator agree on the body of $command', (asked) =>
  expect(bodyAgreement(IndicatorsModule, asked)).toBeGreaterThan(100),
);
