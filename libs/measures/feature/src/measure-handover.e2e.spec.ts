// A measure moves to another house: the old lead's stream ends, the new lead's begins with all of it. Over HTTP, on memory stores.
import { type AnyEvent, measureEvents } from '@zielwerk/contracts';
import { bodyAgreement, OpenHouse, type Way, WAYS } from '@zielwerk/platform/testing';
import { recorded } from '@zielwerk/testing';

import { MeasuresModule } from './measures.module';
import { goalOfOthers, live, measureOfOthers, stream, underway, unknownHere } from './testing/living';
import {
  complete,
  contribute,
  declare,
  everyCommand,
  goalId,
  handOver,
  id,
  line,
  move,
  need,
  newLead,
  other,
  plan,
  planMoney,
  progress,
  proposal,
  report,
  submit,
  takeOver,
} from './testing/measure-commands';

const { plannedCents, commitmentCents } = planMoney.data;
const state = {
  ...{ ...proposal, plan, status: 'underway', appraised: false, begunOn: '2026-01-05' },
  reportsSince: '2026-01-05',
  health: {
    ...{ health: declare.data.health, reason: declare.data.reason, blockers: declare.data.blockers },
    declaredOn: '2026-10-03',
  },
  ...{ result: null, acceptance: null },
  reports: [{ period: progress.period, percent: progress.percent }],
  milestones: [{ ...plan.milestones[0], forecastDate: '2026-06-30', actualDate: null, dropped: false }],
  contributions: [{ goalId, weight: 60 }],
  budget: [{ line, plannedCents, commitmentCents, consentedCents: null, frozenCents: 0, spentCents: 0 }],
  needs: [{ needs: other, giver: 'mf', declaration: { stream, revision: 5 } }],
  neededBy: [],
};
/** What was asked of it before is asked of nobody. */
const stateThere = {
  ...state,
  health: { ...state.health, blockers: [{ ...declare.data.blockers[0], helpFrom: null, help: null }] },
};
const there = `mi.measure-${id}`;
const asksForIt: AnyEvent = {
  type: 'MeasureDependencyDeclared',
  data: { measureId: other, needs: id, giver: 'mid', reason: 'First things first' },
};

const open = async (code: string) => {
  const house = await OpenHouse.with(code, MeasuresModule);
  house.knows(goalOfOthers);
  house.knows(measureOfOthers('mf', other, asksForIt));
  return house;
};
const published = async (house: OpenHouse, of: string) => {
  const history = await house.history(of);
  const facts = history.flatMap(([day, wireType, data]) => {
    const event = measureEvents.decode(wireType, data);
    return event ? [[day, event] as const] : [];
  });
  return recorded<AnyEvent>(of, ...facts);
};

let before: OpenHouse;
let after: OpenHouse;
beforeEach(async () => {
  before = await open('mid');
  after = await open('mi');
});
afterEach(async () => {
  await before.close();
  await after.close();
});

const handItOver = (way: Way) =>
  live(
    ...[before, way, ...underway],
    ['2026-02-02', contribute],
    ['2026-02-02', need],
    ['2026-02-02', planMoney],
    ['2026-04-01', move],
    ['2026-10-02', report],
    ['2026-10-03', declare],
    ['2026-11-02', handOver],
  );

describe.each(WAYS)('through %s', (way) => {
  it('a measure goes on in another house as it stood', async () => {
    await handItOver(way);
    expect((await before.history(stream)).slice(10)).toEqual([
      ['2026-11-02', 'MeasureHandedOver.v2', { measureId: id, ...handOver.data, state }],
    ]);
    after.knows(await published(before, stream));
    await live(
      after,
      way,
      ['2026-11-09', takeOver],
      ['2026-11-16', { ...submit, by: { ...submit.by, ...newLead } }],
      ['2026-11-17', complete],
    );
    expect(await after.history(there)).toEqual([
      [
        '2026-11-09',
        'MeasureTakenOver.v2',
        { measureId: id, continues: { stream, revision: 10 }, state: stateThere, projectLead: newLead },
      ],
      ['2026-11-16', 'MeasureSubmittedForAcceptance.v1', { measureId: id, ...submit.data }],
      ['2026-11-17', 'MeasureCompleted.v1', { measureId: id, acceptedBy: 'Referat 13' }],
    ]);
  });

  it('the house that handed it over says no more about it', async () => {
    await handItOver(way);
    expect(everyCommand.map(({ command }) => command).sort()).toEqual(
      MeasuresModule.slices.map(({ command }) => command).sort(),
    );
    const refused = { status: 409, code: 'measure-handed-over' };
    for (const asked of everyCommand.filter((each) => each !== takeOver))
      expect([asked.command, await before.ask(way, asked)]).toEqual([asked.command, refused]);
    expect(await before.history(stream)).toHaveLength(11);
  });

  it('a house takes over what was handed to it, once that is known here', async () => {
    expect(await after.ask(way, takeOver)).toEqual(unknownHere);
    await handItOver(way);
    const facts = await published(before, stream);
    before.knows(facts);
    expect(await before.ask(way, takeOver)).toEqual(unknownHere);
    after.knows(facts);
    expect(await after.ask(way, takeOver)).toEqual({ stream: there, revision: 0 });
    expect(await after.ask(way, takeOver)).toEqual({ status: 409, code: 'measure-exists' });
  });

  it('a measure does not go back to a house whose stream of it has ended', async () => {
    await handItOver(way);
    after.knows(await published(before, stream));
    await live(after, way, ['2026-11-09', takeOver]);
    expect(await after.ask(way, { ...handOver, data: { ...handOver.data, to: 'mid' } })).toEqual({
      status: 409,
      code: 'led-there-before',
    });
  });

  it('a measure is handed over to a ministry of the state, and by a house that has it', async () => {
    expect(await before.ask(way, handOver)).toEqual({ status: 404, code: 'measure-unknown' });
    await live(before, way, ...underway);
    expect(await before.ask(way, { ...handOver, data: { ...handOver.data, to: 'mars' } })).toEqual({
      status: 422,
      code: 'ministry-unknown',
    });
    expect(await before.ask(way, { ...handOver, data: { ...handOver.data, to: 'mid' } })).toEqual({
      status: 422,
      code: 'already-lead',
    });
  });
});

it.each([handOver, takeOver])('ajv and class-validator agree on the body of $command', (asked) =>
  expect(bodyAgreement(MeasuresModule, asked)).toBeGreaterThan(100),
);
