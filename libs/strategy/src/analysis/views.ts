// What analysts may ask in SQL of their own. A column stands here by name, or nobody sees it.
import type { AnalysisSchema, AnalysisView } from '@zielwerk/projection-engine';

type Columns = AnalysisView['columns'];
/** A view of the public, and what the government sees beside it: all rows, and these columns. */
type Shown = Readonly<{ name: string; says: string; columns: Columns; publicWhere?: string; government?: Columns }>;

const RECORDED: Columns = {
  occurred_on: 'The day on which the last event about it became true.',
  recorded_at: 'When that event was recorded.',
};
const PUBLIC_MEASURE = `exists (select 1 from {measure} as led where led.stream = shown.stream and led.audience = 'public')`;
const PUBLIC_INDICATOR = `exists (select 1 from {indicator_goal} as served join {goal} as goal on goal.goal_id = served.goal_id
  where served.stream = shown.stream and goal.audience = 'public')`;
const PUBLIC_GOAL = `exists (select 1 from {goal} as goal where goal.goal_id = shown.goal_id and goal.audience = 'public')`;

const SHOWN: readonly Shown[] = [
  {
    name: 'ministry',
    says: 'Ministries that there are or have been.',
    columns: {
      code: 'Its code.',
      name: 'Its name.',
      short_name: 'Its short name.',
      established_on: 'The day from which it exists; empty for those of the beginning.',
      dissolved_on: 'The day on which it was dissolved.',
      successor: 'The code of the ministry that took its place.',
    },
  },
  {
    name: 'pillar',
    says: 'Pillars of the strategy.',
    columns: {
      pillar: 'Its code.',
      title: 'Its title.',
      description: 'What it is about.',
      place: 'Its place among them.',
    },
  },
  {
    name: 'theme',
    says: 'Themes, each below a pillar.',
    columns: {
      theme: 'Its code.',
      pillar: 'The code of its pillar.',
      title: 'Its title.',
      description: 'What it is about.',
      place: 'Its place among those of its pillar.',
    },
  },
  {
    name: 'reporting_period',
    says: 'Reporting periods.',
    columns: {
      period: 'Its name, such as 2026-Q1.',
      period_end: 'Its last day.',
      report_by: 'The day by which it is to be reported.',
      opened_on: 'The day on which it was opened.',
      closed_on: 'The day on which it was closed.',
    },
  },
  {
    name: 'goal',
    says: 'Goals, from their adoption on.',
    columns: {
      goal_id: 'Its id.',
      lead: 'The code of the ministry that leads it.',
      reference: 'What its ministry calls it.',
      state: 'Where it is in its life.',
      title: 'Its title.',
      description: 'What it is about.',
      theme: 'The code of its theme.',
      parent_goal_id: 'The id of the goal above it.',
      target_date: 'The day by which it is to be reached.',
      decision_number: 'The number of the cabinet decision that adopted it.',
      decided_on: 'The day of that decision.',
      health: 'What its ministry says of its health: green, amber or red.',
      health_on: 'The day on which that was said.',
      outcome: 'How it ended: reached, partlyReached or missed.',
      outcome_statement: 'What was reached, in words.',
      ...RECORDED,
    },
    publicWhere: `shown.audience = 'public'`,
    government: {
      audience: 'Who may see it: public or government.',
      file_reference: 'The file in which it is prepared.',
      rationale: 'Why it is wanted.',
      touches_money: 'Whether money is needed for it.',
    },
  },
  {
    name: 'measure',
    says: 'Measures, from their release on. One that was handed over stands here once for each house; the earlier ones are in the state handedOver.',
    columns: {
      measure_id: 'Its id.',
      ministry: 'The code of the ministry that leads it.',
      reference: 'What its ministry calls it.',
      state: 'Where it is in its life.',
      title: 'Its title.',
      description: 'What it is about.',
      starts_on: 'The day on which it is to start.',
      ends_on: 'The day on which it is to end.',
      percent: 'How far it is, as last reported.',
      last_period: 'The last period that was reported.',
      setbacks: 'How often it was reported to be less far than before.',
      health: 'What its ministry says of its health: green, amber or red.',
      health_on: 'The day on which that was said.',
      ...RECORDED,
    },
    publicWhere: `shown.audience = 'public'`,
    government: { audience: 'Who may see it: public or government.' },
  },
  {
    name: 'measure_progress',
    says: 'What was reported of measures, a row for each period and house.',
    columns: {
      measure_id: 'The id of the measure.',
      period: 'The period.',
      period_end: 'Its last day.',
      percent: 'How far the measure was, with corrections.',
      first_percent: 'How far it was first said to be.',
      corrected: 'Whether it was corrected.',
      text: 'What was said of it.',
      explanation: 'Why it was less far than before.',
      ...RECORDED,
    },
    publicWhere: PUBLIC_MEASURE,
  },
  {
    name: 'milestone',
    says: 'Milestones of measures.',
    columns: {
      measure_id: 'The id of the measure.',
      milestone: 'Its name within the measure.',
      title: 'Its title.',
      baseline_date: 'The day that was first planned.',
      forecast_date: 'The day that is expected now.',
      actual_date: 'The day on which it was reached.',
      dropped: 'Whether it was given up.',
      ...RECORDED,
    },
    publicWhere: PUBLIC_MEASURE,
  },
  {
    name: 'contribution',
    says: 'Which measure contributes to which goal.',
    columns: { measure_id: 'The id of the measure.', goal_id: 'The id of the goal.', weight: 'With which weight.' },
    publicWhere: `${PUBLIC_MEASURE} and ${PUBLIC_GOAL}`,
  },
  {
    name: 'indicator',
    says: 'Indicators that serve a goal.',
    columns: {
      indicator_id: 'Its id.',
      ministry: 'The code of the ministry that keeps it.',
      reference: 'What its ministry calls it.',
      title: 'Its title.',
      description: 'What it measures.',
      unit: 'Its unit.',
      kind: 'Which way it is to go.',
      baseline_value: 'The value at the beginning.',
      baseline_date: 'The day of that value.',
      target_value: 'The value that is wanted in the end.',
      target_date: 'The day by which it is wanted.',
      source: 'Where its values come from.',
      region: 'The region that it is about.',
      periodicity: 'How often there is a value.',
      latest_period: 'The last period with a value.',
      latest_value: 'That value.',
      latest_provisional: 'Whether it is provisional.',
      ...RECORDED,
    },
    publicWhere: PUBLIC_INDICATOR,
  },
  {
    name: 'indicator_goal',
    says: 'Which indicator serves which goal.',
    columns: { indicator_id: 'The id of the indicator.', goal_id: 'The id of the goal.' },
    publicWhere: PUBLIC_GOAL,
  },
  {
    name: 'observation',
    says: 'Values of indicators.',
    columns: {
      indicator_id: 'The id of the indicator.',
      period: 'The period.',
      period_end: 'Its last day.',
      value: 'The value.',
      provisional: 'Whether it is provisional.',
      standing: 'Whether it was found plausible.',
      correction: 'Whether it takes the place of an earlier one.',
      source: 'Where it comes from.',
      ...RECORDED,
    },
    publicWhere: PUBLIC_INDICATOR,
  },
];

const publicView = ({ name, says, columns, publicWhere }: Shown): AnalysisView => ({
  ...{ name, says, columns },
  ...(publicWhere !== undefined && { where: publicWhere }),
});
const governmentView = ({ name, says, columns, government }: Shown): AnalysisView => ({
  ...{ name, says: says.replace(/, from their (?:adoption|release) on/u, ''), columns: { ...columns, ...government } },
});

/** For the read model on PostgreSQL. What is for a house alone never leaves it, and is in no row. */
export const analysisSchemas: readonly AnalysisSchema[] = [
  {
    schema: 'zielwerk_analysis',
    role: 'zielwerk_analyst',
    says: 'What the public may read.',
    views: SHOWN.map(publicView),
  },
  {
    schema: 'zielwerk_analysis_government',
    role: 'zielwerk_government_analyst',
    says: 'What the government may read: drafts and what is being coordinated as well.',
    views: SHOWN.map(governmentView),
  },
];
