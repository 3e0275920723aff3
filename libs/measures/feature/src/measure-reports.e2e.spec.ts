// What is reported about a measure that is underway. Over HTTP, on the memory store.
import { type Asked, bodyAgreement, OpenHouse, WAYS } from '@zielwerk/platform/testing';

import { MeasuresModule } from './measures.module';
import { live, since, underway } from './testing/living';
import {
  begin,
  correct,
  declare,
  drop,
  move,
  progress,
  projectLead,
  reach,
  report,
  submit,
} from './testing/measure-commands';

let house: OpenHouse;
beforeEach(async () => (house = await OpenHouse.with('mid', MeasuresModule)));
afterEach(() => house.close());

describe.each(WAYS)('through %s', (way) => {
  const ask = (asked: Asked) => house.ask(way, asked);

  it('progress is reported and corrected, what was said first stays', async () => {
    await live(house, way, ...underway, ['2026-10-02', report], ['2026-10-09', correct]);
    expect(await since(house, 4)).toEqual([
      ['2026-10-02', 'MeasureProgressReported.v1', progress],
      ['2026-10-09', 'MeasureProgressCorrected.v1', { ...correct.data, period: '2026-Q3' }],
    ]);
    const bare = { corrects: 5, percent: 30, reason: 'So were the prisons' };
    await live(house, way, ['2026-10-10', { ...correct, data: bare }]);
    expect(await since(house, 6)).toEqual([
      ['2026-10-10', 'MeasureProgressCorrected.v1', { ...bare, period: '2026-Q3', text: null }],
    ]);
  });

  it('a traffic light has a reason, and says who is asked to help', async () => {
    const short = { health: 'amber', reason: 'Late' };
    await live(
      ...[house, way, ...underway],
      ['2026-02-02', declare],
      ['2026-03-02', { ...declare, data: { ...short, blockers: [{ what: 'Holidays' }] } }],
      ['2026-04-02', { ...declare, data: { ...short, health: 'green' } }],
    );
    expect(await since(house, 4)).toEqual([
      ['2026-02-02', 'MeasureHealthDeclared.v1', declare.data],
      [
        '2026-03-02',
        'MeasureHealthDeclared.v1',
        { ...short, blockers: [{ what: 'Holidays', helpFrom: null, help: null }], note: null },
      ],
      ['2026-04-02', 'MeasureHealthDeclared.v1', { ...short, health: 'green', blockers: [], note: null }],
    ]);
    const stranger = { what: 'Gravity', helpFrom: 'mars' };
    expect(await ask({ ...declare, data: { ...declare.data, blockers: [stranger] } })).toEqual({
      status: 422,
      code: 'ministry-unknown',
    });
  });

  it('a milestone is expected later, and reached', async () => {
    await live(house, way, ...underway, ['2026-04-01', move], ['2026-07-02', reach]);
    expect(await since(house, 4)).toEqual([
      ['2026-04-01', 'MilestoneForecastMoved.v1', move.data],
      ['2026-07-02', 'MilestoneReached.v1', reach.data],
    ]);
  });

  it('a milestone is given up', async () => {
    await live(house, way, ...underway, ['2026-04-01', drop]);
    expect(await since(house, 4)).toEqual([['2026-04-01', 'MilestoneDropped.v1', drop.data]]);
  });

  it('a refusal has the status of its kind', async () => {
    for (const asked of [correct, declare, move, reach, drop])
      expect(await ask(asked)).toEqual({ status: 404, code: 'measure-unknown' });
    await live(house, way, ...underway);
    expect(await ask(correct)).toEqual({ status: 404, code: 'nothing-to-correct' });
    for (const asked of [move, reach, drop]) {
      expect(await ask({ ...asked, data: { ...asked.data, milestone: 'moon' } })).toEqual({
        status: 404,
        code: 'milestone-unknown',
      });
      expect(await ask({ ...asked, by: { ...projectLead, function: 'Referatsleitung 14' } })).toEqual({
        status: 403,
        code: 'not-project-lead',
      });
    }
    expect(await ask({ ...reach, data: { ...reach.data, actualDate: '2026-11-24' } })).toEqual({
      status: 422,
      code: 'actual-date-to-come',
    });
    expect(await ask({ ...declare, data: { ...declare.data, health: 'pink' } })).toEqual({
      status: 400,
      code: 'invalid-request',
    });
  });

  it('a machine sends what its house gave it, and nothing else', async () => {
    const machine = { sub: 'erp', roles: ['machine'], commands: ['ReportMeasureProgress'] };
    await live(house, way, ...underway, ['2026-10-02', { ...report, by: machine }]);
    expect(await since(house, 4)).toEqual([['2026-10-02', 'MeasureProgressReported.v1', progress]]);
    for (const asked of [begin, correct, declare, move, submit])
      expect(await ask({ ...asked, by: machine })).toEqual({ status: 403, code: 'role-missing' });
    expect(await ask({ ...report, by: { ...machine, commands: [] } })).toEqual({ status: 403, code: 'role-missing' });
  });
});

it.each([correct, declare, move, reach, drop])('ajv and class-validator agree on the body of $command', (asked) =>
  expect(bodyAgreement(MeasuresModule, asked)).toBeGreaterThan(100),
);
