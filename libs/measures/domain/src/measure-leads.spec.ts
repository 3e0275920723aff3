import {
  begin,
  begun,
  declareHealth,
  deputy,
  given,
  healthDeclared,
  lead,
  machine,
  report,
  reported,
  stranger,
  submit,
  submitted,
  toProposed,
  toReleased,
  toUnderway,
} from './testing/measure-examples';
import {
  budgetPlanned,
  consented,
  drop,
  dropped,
  forecastMoved,
  moveForecast,
  reach,
  reached,
  spend,
  spent,
} from './testing/part-examples';

const toConsented = [...toUnderway, budgetPlanned(100), consented(100)];

describe.each([
  { what: 'the begin', history: toReleased, command: begin, event: begun },
  { what: 'progress', history: toUnderway, command: report('2026-Q1', 10), event: reported('2026-Q1', 10) },
  { what: 'health', history: toUnderway, command: declareHealth(), event: healthDeclared() },
  { what: 'a forecast', history: toReleased, command: moveForecast('2026-02-01'), event: forecastMoved('2026-02-01') },
  { what: 'a milestone', history: toReleased, command: reach('2026-02-01'), event: reached('2026-02-01') },
  { what: 'a dropped milestone', history: toReleased, command: drop(), event: dropped },
  { what: 'spending', history: toConsented, command: spend(50), event: spent(50) },
  { what: 'the result', history: toUnderway, command: submit, event: submitted },
])('reporting $what', ({ history, command, event }) => {
  it.each([
    ['an editor', { roles: ['editor'] }],
    ['an editor who leads another project as well', { ...stranger, roles: ['editor', 'project-lead'] }],
    ['a machine', machine],
    ['the project lead the measure names', lead],
    ['who deputises for the project lead', deputy],
  ])('is up to %s', (_, by) =>
    given(...history)
      .when(command, { by })
      .then(event),
  );

  it('is not up to the lead of another project', () =>
    given(...history)
      .when(command, { by: stranger })
      .thenRejected('not-project-lead'));
});

it('a measure that names no project lead yet has none who could report its spending', () =>
  given(...toProposed, budgetPlanned(100), consented(100))
    .when(spend(50), { by: { roles: ['project-lead'] } })
    .thenRejected('not-project-lead'));
