// The tables of a bundle: one source for what is read, written and documented.
import type { Column } from './column';

export const TABLE_NAMES = [
  ...(['framework', 'goals', 'measures', 'milestones', 'progress', 'budget'] as const),
  ...(['indicators', 'targets', 'observations', 'lifecycle'] as const),
] as const;
export type TableName = (typeof TABLE_NAMES)[number];

export type TableDefinition = Readonly<{
  about: string;
  columns: readonly Column[];
  /** The columns that name a row: no two rows have the same there. */
  key: readonly string[];
}>;

const on = (about: string): readonly Column[] => [
  { name: 'on', kind: 'date', needed: true, about },
  {
    ...{ name: 'reportedOn', kind: 'date' },
    about: 'Only for what is added later: the day on which it was reported at that time.',
  },
];
const text = (name: string, about: string): Column => ({ name, kind: 'text', about });
const needed = (column: Column): Column => ({ ...column, needed: true });
const forGovernment = (column: Column): Column => ({ ...column, audience: 'government' });
const date = (name: string, about: string): Column => ({ name, kind: 'date', about });
const money = (name: string, about: string): Column => ({ name, kind: 'money', about });
const choice = (name: string, values: readonly string[], about: string): Column => ({
  ...{ name, kind: 'choice', values, about },
});
const lead: Column = { name: 'ministry', kind: 'ministry', needed: true, about: 'The code of the house that leads.' };
const reference = (example: string): Column =>
  needed(
    text('reference', `What the house calls it, such as ${example}; its name in all other tables. It never changes.`),
  );
const measure: Column = { name: 'measure', kind: 'measure', needed: true, about: 'The reference of the measure.' };
const indicator: Column = {
  ...{ name: 'indicator', kind: 'indicator', needed: true, about: 'The reference of the indicator.' },
};
const HEALTHS = ['green', 'amber', 'red'];

export const TABLES: Readonly<Record<TableName, TableDefinition>> = {
  framework: {
    about: 'Strategies, pillars, themes and reporting periods. Those of the jurisdiction file need no row.',
    key: ['kind', 'code'],
    columns: [
      needed(choice('kind', ['strategy', 'pillar', 'theme', 'period'], 'What the row defines.')),
      needed(text('code', 'Its short name, such as e-akte; of a period the period itself, such as 2026-Q3.')),
      text('title', 'Its title; a period has none.'),
      text('description', 'What it is about; pillars and themes only.'),
      text('pillar', 'The pillar of a theme.'),
      { name: 'order', kind: 'integer', about: 'Its place among its like; pillars and themes only.' },
      date('from', 'The first day of a strategy.'),
      date('until', 'The last day of a strategy; of a period, the day by which houses report.'),
      text('continues', 'The code of the strategy that a strategy goes on from.'),
      ...on('The day on which it was defined.'),
    ],
  },
  goals: {
    about: 'Goals with what they say.',
    key: ['reference', 'ministry'],
    columns: [
      reference('Z-MF-1'),
      lead,
      needed(text('title', 'Up to 400 characters.')),
      text('description', 'What is to be reached, and for whom.'),
      needed(text('theme', 'The code of its theme.')),
      date('targetDate', 'The day by which it shall be reached.'),
      { name: 'participants', kind: 'ministries', about: 'The codes of other houses that take part, with commas.' },
      { name: 'parent', kind: 'goal', about: 'The reference of the goal above it.' },
      forGovernment(text('fileReference', 'The number of the file (Aktenzeichen).')),
      forGovernment(text('rationale', 'Why it is pursued; needed before other houses co-sign.')),
      forGovernment({ name: 'qualitative', kind: 'flag', about: 'yes when no indicator can measure it.' }),
      forGovernment({ name: 'touchesMoney', kind: 'flag', about: 'yes when the finance ministry must agree.' }),
      text('reason', 'Only when the wording of an adopted goal is corrected: why. It is not exported.'),
      ...on('The day on which it was drafted.'),
    ],
  },
  measures: {
    about: 'Measures with their plan.',
    key: ['reference', 'ministry'],
    columns: [
      reference('M-MF-1'),
      { ...lead, about: 'The code of the house that proposed it.' },
      needed(text('title', 'Up to 400 characters.')),
      text('description', 'What is done.'),
      {
        name: 'contributesTo',
        kind: 'weights',
        about: 'Goals with a weight from 1 to 100 each: Z-MF-1 60, Z-MI-2 40.',
      },
      date('startsOn', 'The first day of the plan.'),
      date('endsOn', 'The last day of the plan.'),
      text('purpose', 'What it is done for (charter).'),
      text('result', 'What is there in the end (charter).'),
      text('projectLead', 'The function that leads the project, never a name.'),
      text('unit', 'The unit of that function; another one accepts the result.'),
      text('budgetLine', 'Where its money stands in the budget.'),
      { name: 'needsNoMoney', kind: 'flag', about: 'yes when it needs none; then budgetLine is empty.' },
      ...on('The day on which it was proposed.'),
      date('plannedOn', 'The day on which it was planned; empty as long as nothing is.'),
    ],
  },
  milestones: {
    about: "The milestones of measures' plans. What becomes of them stands in the lifecycle.",
    key: ['measure', 'milestone'],
    columns: [
      measure,
      needed(text('milestone', 'Its short name in the measure, such as tender.')),
      needed(text('title', 'What is reached.')),
      needed(date('baselineDate', 'The day that was planned first; it never changes.')),
    ],
  },
  progress: {
    about: 'How far measures have come, period by period.',
    key: ['measure', 'period'],
    columns: [
      measure,
      needed(text('period', 'A quarter or month that is over: 2026-Q3, 2026-09.')),
      needed({ name: 'percent', kind: 'integer', about: 'From 0 to 100.' }),
      text('text', 'What was done.'),
      text('explanation', 'Why it fell back; needed when percent is less than in the period before.'),
      text('reason', 'Only when a recorded row is corrected: why. It is not exported.'),
      ...on('The day on which it was reported.'),
    ],
  },
  budget: {
    about:
      'The money of measures, a row per year and budget line. For the government, but for what is planned, consented and frozen.',
    key: ['measure', 'year', 'section', 'chapter', 'lineItem', 'source'],
    columns: [
      measure,
      needed({ name: 'year', kind: 'integer', about: 'The budget year.' }),
      { ...needed(text('section', 'Einzelplan, such as 19; 4 is read as 04.')), digits: 2 },
      { ...needed(text('chapter', 'Kapitel, such as 05; 5 is read as 05.')), digits: 2 },
      needed(text('lineItem', 'Titel, such as 812 01.')),
      needed(choice('source', ['state', 'federal', 'eu'], 'Where the money comes from.')),
      needed(money('planned', 'Planned for the year.')),
      { ...money('commitment', 'Commitment authority for later years.'), empty: 0 },
      ...on('The day on which it was planned.'),
      money('consented', 'What the finance ministry has consented to; empty as long as it has not.'),
      date('consentedOn', 'The day of that consent.'),
      { ...money('frozen', 'What the finance ministry has frozen.'), empty: 0 },
      date('frozenOn', 'The day of that freeze.'),
      forGovernment(text('frozenReason', 'Why it was frozen.')),
      forGovernment(money('spent', 'Spent so far; empty as long as nothing was reported.')),
      forGovernment(date('spentOn', 'The day of that report.')),
    ],
  },
  indicators: {
    about: 'Indicators. They never change; another definition is another indicator.',
    key: ['reference', 'ministry'],
    columns: [
      reference('K-MID-1'),
      { ...lead, about: 'The code of the house that observes it.' },
      needed(text('title', 'What is measured.')),
      text('description', 'How it is measured.'),
      needed(text('unit', 'Such as %.')),
      { name: 'decimals', kind: 'integer', empty: 0, about: 'Digits behind the comma, 0 when empty.' },
      needed(
        choice(
          'kind',
          ['increase', 'decrease', 'keepAtLeast', 'keepAtMost', 'milestone', 'observed'],
          'What counts as better.',
        ),
      ),
      needed(choice('periodicity', ['year', 'quarter', 'month', 'day'], 'How often it is observed.')),
      { name: 'baselineValue', kind: 'number', about: 'The value that it starts from.' },
      date('baselineDate', 'The day of that value.'),
      text('source', 'Who publishes it.'),
      text('region', 'The official municipality key (AGS) of a part of the state; empty for the state.'),
      { name: 'goals', kind: 'goals', needed: true, about: 'The references of the goals that it serves, with commas.' },
      ...on('The day on which it was defined.'),
    ],
  },
  targets: {
    about: 'Target paths of indicators; the last value is the target.',
    key: ['indicator', 'date'],
    columns: [
      indicator,
      needed(date('date', 'The day by which the value shall be reached.')),
      needed({ name: 'value', kind: 'number', about: 'The value.' }),
    ],
  },
  observations: {
    about: 'What was observed of indicators, period by period.',
    key: ['indicator', 'period'],
    columns: [
      indicator,
      needed(text('period', 'As the indicator is observed: 2025, 2025-Q4, 2025-12 or 2025-12-31.')),
      needed({ name: 'value', kind: 'number', about: 'The value as it counts.' }),
      { name: 'provisional', kind: 'flag', about: 'yes until it is final.' },
      text('source', 'Where this value was published.'),
      choice('standing', ['plausible', 'refused'], 'What was found when somebody looked at it; else empty.'),
      text('reason', 'Why it was refused, or why a recorded value is corrected; a correction is not exported.'),
      ...on('The day on which it was reported.'),
    ],
  },
  lifecycle: {
    about:
      'What happened to goals, measures, reporting periods and the framework, a row for each step. Rows are only added.',
    key: [
      'on',
      'kind',
      'reference',
      'step',
      'reason',
      'date',
      'milestone',
      'other',
      'health',
      'value',
      'text',
      'unit',
      'cost',
    ],
    columns: [
      ...on('The day on which it happened.'),
      needed(choice('kind', ['goal', 'measure', 'period', 'pillar', 'theme'], 'What it happened to.')),
      {
        name: 'reference',
        kind: 'thing',
        needed: true,
        about: 'The reference of that goal or measure; or the period, or the code of the pillar or theme.',
      },
      needed(text('step', 'What happened; see the steps below.')),
      text('reason', 'Why.'),
      date('date', 'A day that belongs to the step.'),
      text('milestone', 'The short name of the milestone.'),
      { name: 'other', kind: 'thing', about: 'Another goal, measure or ministry that belongs to the step.' },
      choice('health', HEALTHS, 'The declared health.'),
      text('value', 'The outcome of a goal, the impact of a measure, or a pillar.'),
      text('text', 'A text that belongs to the step.'),
      text('unit', 'The unit that accepts, or that leads the project from now on.'),
      money('cost', 'The cost so far of a measure that was cancelled.'),
    ],
  },
};
