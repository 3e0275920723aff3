import { STEPS } from '../tables/steps';
import { asked, type Bundle, type Texts } from './testing/asking';

const goal = { reference: 'Z-1', ministry: 'mi', title: 'T', theme: 'e-akte', on: '2026-01-01' };
const measure = { reference: 'M-1', ministry: 'mi', title: 'T', on: '2026-01-01' };
const known: Bundle = {
  goals: [goal, { ...goal, reference: 'Z-2', ministry: 'mf' }],
  measures: [measure, { ...measure, reference: 'M-2', ministry: 'mf' }],
};
const on = '2026-05-05';
/** What a cell may hold in any step that has a word for it. */
const CELLS: Texts = {
  ...{ reason: 'Why.', date: on, milestone: 'a', health: 'red', value: 'V', text: 'T', unit: 'U', cost: '1,50' },
};
const OTHERS = { goal: 'Z-2', measure: 'M-2', ministry: 'mf' };
const REFERENCES = { goal: 'Z-1', measure: 'M-1', period: '2026-Q1', pillar: 'state', theme: 'e-akte' };
const HOUSES: Readonly<Record<string, string>> = { 'cabinet-office': 'stk', 'strategy-office': 'mid', takeOver: 'mf' };

const lifecycle = (...rows: readonly Texts[]): Bundle => ({ ...known, lifecycle: rows });
const ordersOf = (bundle: Bundle, before: Bundle = known) => {
  const { orders, faults } = asked(bundle, before);
  expect(faults).toEqual([]);
  return orders;
};

describe.each(STEPS)('the step $step of a $kind', (step) => {
  const filled = Object.fromEntries(Object.entries(CELLS).filter(([column]) => column in step.cells));
  const row = {
    ...{ ...filled, on, kind: step.kind, reference: REFERENCES[step.kind], step: step.step },
    ...(step.other && { other: OTHERS[step.other] }),
  };

  it('that is new is its command, on its day, sent to whoever decides it', () => {
    const [order, ...more] = ordersOf(lifecycle(row));
    expect(more).toEqual([]);
    const house = HOUSES[step.step] ?? HOUSES[step.by] ?? (step.kind === 'period' ? 'mid' : 'mi');
    expect(order?.slice(0, 3)).toEqual([step.command, `${step.by} of ${house}`, on]);
  });

  it('says in its command all that the row says', () => {
    const [order] = ordersOf(lifecycle(row));
    const said = JSON.stringify(order?.[3]);
    const fields = Object.entries(step.cells).flatMap(([, field]) =>
      typeof field === 'string' ? field : (field.command ?? []),
    );
    for (const field of fields) expect(said).toContain(`"${field.split('.').at(-1)}":`);
  });

  it('that is recorded asks for nothing', () => expect(ordersOf(lifecycle(row), lifecycle(row))).toEqual([]));
});

const step = (day: string, kind: string, name: string, more: Texts = {}): Texts => ({
  ...{ on: day, kind, reference: kind === 'goal' ? 'Z-1' : 'M-1', step: name, ...more },
});
const to = (day: string, other: string): Texts => step(day, 'measure', 'takeOver', { other, text: 'Lead', unit: 'U' });

describe('a measure that moves', () => {
  it('is handed over by the house that leads it, taken over by the other one, and then led there', () => {
    const orders = ordersOf(
      lifecycle(
        ...[
          step('2026-02-01', 'measure', 'release'),
          step('2026-03-01', 'measure', 'handOver', { other: 'mf', reason: 'R' }),
        ],
        ...[to('2026-03-01', 'mf'), step('2026-03-01', 'measure', 'begin'), step('2026-04-01', 'measure', 'resume')],
        ...[step('2026-05-01', 'measure', 'handOver', { other: 'mi', reason: 'R' }), to('2026-05-02', 'mi')],
        step('2026-06-01', 'measure', 'resume'),
      ),
    );
    expect(orders.map(([command, by]) => `${String(command)}: ${String(by)}`)).toEqual([
      ...['ReleaseMeasure: editor of mi', 'HandOverMeasure: signatory of mi', 'TakeOverMeasure: signatory of mf'],
      ...['BeginMeasure: editor of mf', 'ResumeMeasure: editor of mf', 'HandOverMeasure: signatory of mf'],
      ...['TakeOverMeasure: signatory of mi', 'ResumeMeasure: editor of mi'],
    ]);
  });

  it('is known to have moved when that is recorded', () =>
    expect(
      ordersOf(
        lifecycle(to('2026-03-01', 'mf'), step('2026-04-01', 'measure', 'resume')),
        lifecycle(to('2026-03-01', 'mf')),
      ).map(([command, by]) => [command, by]),
    ).toEqual([['ResumeMeasure', 'editor of mf']]));

  it('is needed from the house that leads it on that day', () => {
    const needs = (day: string) =>
      ordersOf(
        lifecycle(
          ...[{ ...to('2026-03-01', 'stk'), reference: 'M-2' }],
          step(day, 'measure', 'need', { other: 'M-2', reason: 'R' }),
        ),
      ).find(([command]) => command === 'DeclareMeasureDependency')?.[3];
    expect(needs('2026-02-28')).toMatchObject({ needs: 'measure mf/M-2', giver: 'mf' });
    expect(needs('2026-03-01')).toMatchObject({ giver: 'stk' });
  });
});

describe('what has to be there before', () => {
  it('a goal begins after its adoption and the release of what serves it', () => {
    const { waves } = asked({
      goals: [goal],
      measures: [{ ...measure, ministry: 'mf', contributesTo: 'Z-1' }],
      lifecycle: [
        step('2026-03-01', 'goal', 'begin'),
        step('2026-03-01', 'measure', 'release'),
        step('2026-02-01', 'goal', 'recordAdoption', { text: 'KB', date: '2026-02-01' }),
      ],
    });
    const waveOf = (command: string) => waves.findIndex((wave) => wave.includes(command));
    expect(waves.flat()).toHaveLength(6);
    expect(waveOf('BeginGoal')).toBeGreaterThan(waveOf('ReleaseMeasure'));
    expect(waveOf('BeginGoal')).toBeGreaterThan(waveOf('RecordGoalAdoption'));
    expect(waveOf('RecordGoalAdoption')).toBeGreaterThan(waveOf('DraftGoal'));
    expect(waveOf('AddMeasureContribution')).toBeGreaterThan(waveOf('DraftGoal'));
  });

  it('what an import left open is of the day that the row says, when later steps follow', () => {
    const before = { ...known, goals: [goal] };
    const bundle = { ...known, goals: [{ ...goal, rationale: 'R' }] };
    expect(ordersOf(bundle, before).map(([command, , day]) => [command, day])).toContainEqual(['JustifyGoal', 'today']);
    const deferred = step('2026-02-01', 'goal', 'defer', { reason: 'R' });
    expect(
      ordersOf({ ...bundle, lifecycle: [deferred] }, before)
        .filter(([command]) => command !== 'DraftGoal')
        .map(([command, , day]) => [command, day]),
    ).toEqual([
      ['JustifyGoal', '2026-01-01'],
      ['DeferGoal', '2026-02-01'],
    ]);
  });
});
