import type { MeasureStateV2, OpenMeasureState } from '@zielwerk/contracts';

import {
  begin,
  begun,
  complete,
  correct,
  corrected,
  ended,
  given,
  healthDeclared,
  inStates,
  lead,
  measureId,
  otherMeasureId,
  planWith,
  report,
  reported,
  resumed,
  submit,
  submitted,
  suspended,
  toProposed,
  toReleased,
  toReviewed,
  toUnderway,
} from './testing/measure-examples';
import {
  acceptedNeed,
  appraised,
  budgetPlanned,
  consented,
  contribute,
  contributed,
  declareNeed,
  forecastMoved,
  goalId,
  handedOver,
  handOver,
  line,
  moveForecast,
  needAccepted,
  needDeclared,
  needDeclined,
  newLead,
  planBudget,
  reached,
  spend,
  spent,
  stateIn,
  takenOver,
  takeOver,
  everyCommand,
} from './testing/part-examples';

const OPEN: readonly OpenMeasureState[] = [
  ...(['proposed', 'planned', 'released', 'underway', 'suspended', 'inAcceptance', 'completed'] as const),
];
const historyOf = (open: OpenMeasureState) => inStates(open).flatMap(({ history }) => history);
const eventful: MeasureStateV2 = {
  ...stateIn('underway'),
  ...{ appraised: true, begunOn: '2026-02-01', reportsSince: '2026-08-03' },
  reports: [
    { period: '2026-Q1', percent: 25 },
    { period: '2026-Q2', percent: 35 },
  ],
  milestones: [
    {
      ...{ milestone: 'tender', title: 'Tender', baselineDate: '2026-01-01', forecastDate: '2026-03-01' },
      ...{ actualDate: '2026-02-20', dropped: false },
    },
    {
      ...{ milestone: 'roll-out', title: 'Roll-out', baselineDate: '2027-06-30', forecastDate: null },
      ...{ actualDate: null, dropped: false },
    },
  ],
  contributions: [{ goalId, weight: 60 }],
  budget: [{ line, plannedCents: 100, commitmentCents: 0, consentedCents: 80, frozenCents: 0, spentCents: 50 }],
  health: {
    ...{ health: 'amber', reason: 'The tender is late', declaredOn: '2026-05-04' },
    blockers: [{ what: 'No server', helpFrom: 'mf', help: 'Release the money' }],
  },
  needs: [{ needs: otherMeasureId, giver: 'mf', declaration: { stream: `mid.measure-${measureId}`, revision: 9 } }],
  neededBy: [
    {
      ...{ neededBy: otherMeasureId, answer: 'accepted' },
      declaration: { stream: `mf.measure-${otherMeasureId}`, revision: 3 },
    },
  ],
};
/** As the house that takes it over has it: with a project lead of its own. */
const takenIn = (state: MeasureStateV2): MeasureStateV2 => ({
  ...state,
  plan: state.plan && { ...state.plan, projectLead: newLead },
});
const toEventful = [
  ...[...toReleased, { ...begun, occurredOn: '2026-02-01' }, contributed(60), appraised()],
  ...[budgetPlanned(100), consented(80), spent(50), needDeclared(), forecastMoved('2026-03-01')],
  ...[reached('2026-02-20'), reported('2026-Q1', 20), reported('2026-Q2', 30)],
  ...[{ ...healthDeclared(), occurredOn: '2026-05-04' }, needAccepted],
  ...[suspended, { ...resumed, occurredOn: '2026-08-03' }],
];

describe('handing a measure over to another ministry', () => {
  it.each(OPEN)('is possible when it is %s', (status) =>
    given(...historyOf(status))
      .when(handOver())
      .then(handedOver(stateIn(status))),
  );

  it('is refused once its impact is reviewed', () =>
    given(...toReviewed)
      .when(handOver())
      .thenRejected('measure-closed'));

  it('is refused to the house that leads it', () =>
    given(...toUnderway)
      .when(handOver('mid'))
      .thenRejected('already-lead'));

  it('carries all that the new lead needs, with the last report as it was corrected', () =>
    given(...toEventful, corrected(12, '2026-Q1', 25), corrected(13, '2026-Q2', 35))
      .when(handOver())
      .then(handedOver(eventful)));

  it('is the last fact of the old stream: every command is refused after it', () => {
    for (const command of everyCommand)
      given(...toUnderway, handedOver(stateIn('underway')))
        .when(command)
        .thenRejected('measure-handed-over');
  });
});

describe('taking a measure over from another ministry', () => {
  it.each(OPEN)('begins its stream here with one that is %s', (status) =>
    given()
      .when(takeOver(stateIn(status)))
      .then(takenOver(stateIn(status))),
  );

  it('is refused for a measure that is led here', () =>
    given(...toProposed)
      .when(takeOver(stateIn('planned')))
      .thenRejected('measure-exists'));

  it('is refused the second time', () =>
    given(takenOver(stateIn('planned')))
      .when(takeOver(stateIn('planned')))
      .thenRejected('measure-exists'));

  it.each(OPEN)('goes on where the old lead stopped, so that it can hand over a measure that is %s as well', (status) =>
    given(takenOver(stateIn(status)))
      .when(handOver())
      .then(handedOver(takenIn(stateIn(status)))),
  );

  it('keeps all that has happened', () =>
    given(takenOver(eventful))
      .when(handOver())
      .then(handedOver(takenIn(eventful))));

  it.each([
    ['the weight of a goal', contribute(60)],
    ['what is planned in a budget line', planBudget(100)],
    ['what was spent', spend(50)],
    ['what it needs', declareNeed()],
  ])('knows %s already', (_, command) => given(takenOver(eventful)).when(command).thenNothing());

  it.each([
    ['the day on which it began', { ...eventful, reports: [] }, report('2026-01', 5), 'period-before-begin'],
    ['which periods are closed', eventful, report('2026-Q2', 50), 'period-closed'],
    ['how far it had come', eventful, report('2026-Q3', 34), 'setback-unexplained'],
    ['which milestones were reached', eventful, moveForecast('2026-04-01'), 'milestone-closed'],
    ['that its plan was released', eventful, planWith(), 'measure-already-released'],
  ])('knows %s', (_, state, command, refusal) => given(takenOver(state)).when(command).thenRejected(refusal));

  it('hands on what v1 left open: where it was declared first', () => {
    const inV1 = stateIn('released', { needs: [{ needs: otherMeasureId, giver: 'mf', declaration: null }] });
    given(takenOver(inV1))
      .when(handOver())
      .then(handedOver(takenIn(inV1)));
  });

  it('corrects the last of the reports it came with, and none before it', () => {
    given(takenOver(eventful))
      .when(correct(0, 33))
      .then(corrected(0, '2026-Q2', 33));
    given(takenOver(eventful)).when(correct(1, 33)).thenRejected('nothing-to-correct');
  });

  it('asks itself for no help that was asked of it; what holds the measure up stays', () => {
    const health = (ofMid: { helpFrom: string | null; help: string | null }) => ({
      ...({ health: 'amber', reason: 'Late', declaredOn: '2026-05-04' } as const),
      blockers: [
        { what: 'No server', ...ofMid },
        { what: 'No money', helpFrom: 'mwu', help: 'Release it' },
      ],
    });
    given()
      .when(takeOver(stateIn('underway', { health: health({ helpFrom: 'mid', help: 'Lend one' }) })))
      .then(takenOver(stateIn('underway', { health: health({ helpFrom: null, help: null }) })));
  });

  it('names who leads the project in the new house, where somebody led it before', () => {
    given()
      .when(takeOver(stateIn('released'), null))
      .thenRejected('new-project-lead-missing');
    given()
      .when(takeOver(stateIn('proposed'), newLead))
      .thenRejected('measure-not-planned');
  });

  it('is led, and judged, in the new house', () => {
    const toAcceptanceHere = [takenOver(stateIn('underway')), submitted];
    given(...toAcceptanceHere)
      .when(complete, { by: { roles: ['acceptor'], unit: newLead.unit } })
      .thenRejected('four-eyes');
    given(takenOver(stateIn('released')))
      .when(begin, { by: { roles: ['project-lead'], ...newLead } })
      .then(begun);
    given(takenOver(stateIn('released')))
      .when(begin, { by: lead })
      .thenRejected('not-project-lead');
  });

  it('goes on as any other measure', () =>
    given(takenOver(stateIn('released')), begun, reported('2026-Q1', 5))
      .when(submit)
      .then(submitted));
});

it('a handover carries as many answers as it can, those that bind first', () => {
  const ids = Array.from({ length: 200 }, (_, index) => otherMeasureId.slice(0, -3) + String(index + 100));
  const neededBy = ids.map((id) => ({
    ...{ neededBy: id, answer: 'accepted' as const },
    declaration: { stream: `mf.measure-${id}`, revision: 3 },
  }));
  const all = ids.map((id) => acceptedNeed(id));
  given(...toUnderway, ...all, needDeclined)
    .when(handOver())
    .then(handedOver(stateIn('underway', { neededBy })));
  given(...toUnderway, needAccepted, ...all)
    .when(handOver())
    .then(handedOver(stateIn('underway', { neededBy })));
});

it.each(ended)('a measure that is $status has come to an end: every command is refused after it', ({ history }) => {
  for (const command of everyCommand)
    given(...history)
      .when(command)
      .thenRejected('measure-ended');
});

it('a measure nobody proposed or took over is unknown to every other command', () => {
  for (const command of everyCommand.filter(({ type }) => type !== 'ProposeMeasure' && type !== 'TakeOverMeasure'))
    given().when(command).thenRejected('measure-unknown');
});
