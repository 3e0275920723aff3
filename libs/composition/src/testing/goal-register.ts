// A real goal register (24 agencies, quarterly values) as a jurisdiction file and commands. The rules are those of its
// expected_state.json; the data itself stays outside and is found through ZIELWERK_TEST_DATA.
import type { SentCommand } from '@zielwerk/ministry';
import { entityId } from '@zielwerk/platform';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Text = Readonly<Record<string, string>>;

/** A row whose four figures are numbers: what was published, and what it was computed from. */
export type PublishedProgress = Readonly<{
  row: number;
  indicatorId: string;
  period: string;
  kind: string;
  start: number;
  target: number;
  current: number;
  progress: number;
  refused: boolean;
}>;

export type Register = Readonly<{
  jurisdiction: object;
  cabinet: string;
  goals: readonly SentCommand[];
  adoptions: readonly SentCommand[];
  healths: readonly SentCommand[];
  indicators: readonly SentCommand[];
  observations: readonly SentCommand[];
  published: readonly PublishedProgress[];
}>;

const CABINET = 'opm';
const HEALTHS: Readonly<Record<string, string>> = {
  'On Track': 'green',
  Ahead: 'green',
  Delayed: 'amber',
  Blocked: 'red',
};
const KINDS: Readonly<Record<string, string>> = {
  'Measurable increase': 'increase',
  'Measurable decrease': 'decrease',
  'Maintain at or above threshold': 'keepAtLeast',
  'Maintain at or below threshold': 'keepAtMost',
  'Complete milestone': 'milestone',
  'Target undefined': 'observed',
};
const THEMES: Readonly<Record<string, string>> = {
  SG: 'Strategic goals and objectives',
  APG: 'Agency priority goals',
  PMA: "President's management agenda",
};

const numberOf = (text: string | undefined): number | null =>
  text === undefined || text.trim() === '' || Number.isNaN(Number(text)) ? null : Number(text);
const codeOf = (agency: string | undefined) => (agency ?? '').toLowerCase();
const field = (row: Text | undefined, name: string): string => (row?.[name] ?? '').trim();
const textOrNull = (text: string) => (text === '' ? null : text);

const groupBy = <Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
};

type Goal = Readonly<{ reference: string; lead: string; goalId: string; row: Text; participants: readonly string[] }>;

const goalsOf = (rows: readonly Text[]): readonly Goal[] => {
  const referenceOf = (row: Text) => field(row, row.joint_goal_id?.includes('JPG') ? 'joint_goal_id' : 'goal_id');
  return [...groupBy(rows, referenceOf)].map(([reference, group]) => {
    const [row = {}, ...others] = [...group].sort((one, other) =>
      field(one, 'goal_id') < field(other, 'goal_id') ? -1 : 1,
    );
    const lead = codeOf(row.organization_abbreviation);
    const participants = others.map((other) => codeOf(other.organization_abbreviation)).filter((code) => code !== lead);
    return {
      reference,
      lead,
      row,
      participants: [...new Set(participants)],
      goalId: entityId(lead, 'goal', reference),
    };
  });
};

const draft = ({ reference, lead, row, participants }: Goal): SentCommand => ({
  ministry: lead,
  role: 'editor',
  line: {
    command: 'DraftGoal',
    commandId: `draft/${reference}`,
    data: {
      reference,
      title: field(row, 'goal_name'),
      description: textOrNull(field(row, 'goal_description')),
      theme: field(row, 'goal_type').toLowerCase(),
      participants,
      targetDate: field(row, 'date_end_fy') === '2023' ? '2023-09-30' : null,
    },
  },
});

const adoption = ({ reference, goalId, lead }: Goal): SentCommand => ({
  ministry: CABINET,
  role: 'cabinet-office',
  line: {
    command: 'RecordGoalAdoption',
    commandId: `adopt/${reference}`,
    data: { goalId, lead, decisionNumber: `FY22/${reference}`, decidedOn: '2021-10-01' },
  },
});

const health = ({ reference, goalId, lead, row }: Goal): readonly SentCommand[] => {
  const status = field(row, 'goal_status');
  const declared = HEALTHS[status];
  if (!declared) return [];
  const data = { health: declared, reason: `${status} as of ${field(row, 'Update')}` };
  return [
    {
      ministry: lead,
      role: 'editor',
      line: { command: 'DeclareGoalHealth', id: goalId, commandId: `health/${reference}`, data },
    },
  ];
};

type Target = Readonly<{ row: Text; index: number }>;
type Indicator = Readonly<{
  reference: string;
  owner: string;
  indicatorId: string;
  goalId: string;
  targets: readonly Target[];
}>;

const indicatorsOf = (rows: readonly Text[], goalByRow: ReadonlyMap<string, Goal>): readonly Indicator[] => {
  const targets = rows.map((row, index) => ({ row, index }));
  const keyOf = ({ row }: Target) =>
    JSON.stringify(['related_goal_id', 'target', 'indicator'].map((name) => field(row, name)));
  return [...groupBy(targets, keyOf).values()].map((group, number) => {
    const goal = goalByRow.get(field(group[0]?.row, 'related_goal_id'));
    if (!goal) throw new Error(`Row ${group[0]?.index} belongs to a goal that is not in the register`);
    const reference = `${goal.reference}/${number + 1}`;
    const indicatorId = entityId(goal.lead, 'indicator', reference);
    return { reference, owner: goal.lead, indicatorId, goalId: goal.goalId, targets: group };
  });
};

const kindOf = ({ targets }: Indicator) => KINDS[field(targets[0]?.row, 'indicator_type')] ?? '';

const baselineOf = (row: Text | undefined) => {
  const value = numberOf(row?.value_start);
  return value === null ? null : { value, date: null };
};

const targetPathOf = (row: Text | undefined) => {
  const value = numberOf(row?.value_target);
  return value === null ? [] : [{ date: '2023-09-30', value }];
};

const define = (indicator: Indicator): SentCommand => {
  const first = indicator.targets[0]?.row;
  const kind = kindOf(indicator);
  const [title, description] = [field(first, 'indicator'), field(first, 'target')];
  return {
    ministry: indicator.owner,
    role: 'editor',
    line: {
      command: 'DefineIndicator',
      commandId: `define/${indicator.reference}`,
      data: {
        reference: indicator.reference,
        title: title === '' ? description : title,
        description: title === '' ? null : textOrNull(description),
        unit: 'as named',
        decimals: 2,
        kind,
        baseline: baselineOf(first),
        targetPath: kind === 'observed' ? [] : targetPathOf(first),
        periodicity: 'quarter',
        goals: [indicator.goalId],
      },
    },
  };
};

const periodOf = (row: Text) => `${field(row, 'fiscal_yr')}-Q${field(row, 'fiscal_qtr')}`;

/** Rows that are the same in every field count once; what differs for one quarter is sent, and refused by the house. */
const different = (targets: readonly Target[]): readonly Target[] =>
  [...new Map([...targets].reverse().map((target) => [JSON.stringify(target.row), target])).values()].sort(
    (one, other) => one.index - other.index,
  );

/** A first row without a value says nothing; whatever follows for the same quarter is sent as it is, for the house to refuse. */
const observations = (indicator: Indicator): readonly SentCommand[] => {
  const quarters = new Set<string>();
  return different(indicator.targets).flatMap(({ row, index }) => {
    const [value, period] = [numberOf(row.value_current), periodOf(row)];
    const isFirst = !quarters.has(period);
    quarters.add(period);
    if (isFirst && value === null) return [];
    const line = {
      command: 'ReportObservation',
      id: indicator.indicatorId,
      commandId: `observe/${index}`,
      data: { period, value },
    };
    return [{ ministry: indicator.owner, role: 'observer', line }];
  });
};

const published = (indicator: Indicator, refused: ReadonlySet<number>): readonly PublishedProgress[] =>
  indicator.targets.flatMap(({ row, index }) => {
    const [start, target, current, progress] = [
      row.value_start,
      row.value_target,
      row.value_current,
      row.progress_pct,
    ].map(numberOf);
    if (start == null || target == null || current == null || progress == null || start === target) return [];
    const { indicatorId } = indicator;
    return [
      {
        row: index,
        indicatorId,
        period: periodOf(row),
        kind: kindOf(indicator),
        start,
        target,
        current,
        progress,
        refused: refused.has(index),
      },
    ];
  });

const jurisdictionOf = (codes: readonly Text[], goals: readonly Goal[]) => {
  const nameOf = (code: string) =>
    field(
      codes.find((row) => codeOf(row.Agency_Abbreviation) === code),
      'Name',
    );
  const ministries = [...new Set(goals.flatMap(({ lead, participants }) => [lead, ...participants]))].sort();
  return {
    id: 'us-fy2022',
    name: 'United States, fiscal year 2022',
    ministries: ministries.map((code) => ({
      code,
      shortName: code.toUpperCase(),
      name: nameOf(code) || code.toUpperCase(),
    })),
    offices: { cabinet: CABINET, finance: 'usdt', strategy: 'gsa' },
    pillars: [{ code: 'performance', title: 'Performance framework' }],
    themes: Object.entries(THEMES).map(([type, title]) => ({ code: type.toLowerCase(), pillar: 'performance', title })),
    holidays: [],
    limits: {},
  };
};

/** Reads the register's folder. `refused` are the rows that the register's own notes call doubles. */
export const readGoalRegister = (folder: string, refused: readonly number[]): Register => {
  const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as readonly Text[];
  const rows = read('goals.json');
  const goals = goalsOf(rows);
  const byReference = new Map(goals.map((goal) => [goal.reference, goal]));
  const goalByRow = new Map(
    rows.flatMap((row) => {
      const goal = byReference.get(field(row, 'joint_goal_id')) ?? byReference.get(field(row, 'goal_id'));
      return goal ? [[field(row, 'goal_id'), goal] as const] : [];
    }),
  );
  const indicators = indicatorsOf(read('target.json'), goalByRow);
  return {
    jurisdiction: jurisdictionOf(read('codes.json'), goals),
    cabinet: CABINET,
    goals: goals.map(draft),
    adoptions: goals.map(adoption),
    healths: goals.flatMap(health),
    indicators: indicators.map(define),
    observations: indicators.flatMap(observations),
    published: indicators.flatMap((indicator) => published(indicator, new Set(refused))),
  };
};
