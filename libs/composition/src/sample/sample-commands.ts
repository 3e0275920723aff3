// The sample as the commands that its houses would have sent, in steps: a step may need what the one before has published.
import { entityId } from '@zielwerk/platform';
import { lastDayOf } from '@zielwerk/kernel';

import type { SentCommand, Step } from '../sending/send-commands';
import type { Sample, SampleGoal, SampleIndicator, SampleMeasure } from './sample';

const commandOf = (
  { ministry, reference }: Readonly<{ ministry: string; reference: string }>,
  role: string,
  line: Readonly<{ command: string; id?: string; of?: string; occurredOn: string; data: object }>,
): SentCommand => {
  const { of = '', ...rest } = line;
  return { ministry, role, line: { ...rest, commandId: `sample/${reference}/${line.command}${of}` } };
};

const draft = (goal: SampleGoal, occurredOn: string): SentCommand => {
  const { reference, theme, title, description = null, targetDate, participants } = goal;
  const data = { reference, theme, title, description, targetDate, participants };
  return commandOf(goal, 'editor', { command: 'DraftGoal', occurredOn, data });
};

const idOfMeasure = ({ ministry, reference }: SampleMeasure) => entityId(ministry, 'measure', reference);

const planned = (measure: SampleMeasure, occurredOn: string): readonly SentCommand[] => {
  const { reference, title, description = null, startsOn } = measure;
  const { charter, projectLead, budgetLine, needsNoMoney, endsOn, milestones } = measure;
  const plan = { startsOn, endsOn, charter, projectLead, budgetLine, needsNoMoney, milestones };
  const id = idOfMeasure(measure);
  return [
    commandOf(measure, 'editor', { command: 'ProposeMeasure', occurredOn, data: { reference, title, description } }),
    commandOf(measure, 'editor', {
      command: 'PlanMeasure',
      id,
      occurredOn,
      data: JSON.parse(JSON.stringify(plan)) as object,
    }),
    commandOf(measure, 'editor', { command: 'ReleaseMeasure', id, occurredOn: startsOn, data: {} }),
  ];
};

const contributed = (measure: SampleMeasure, goalIdOf: (reference: string) => string): readonly SentCommand[] =>
  measure.contributesTo.map((goal) =>
    commandOf(measure, 'editor', {
      command: 'AddMeasureContribution',
      id: idOfMeasure(measure),
      of: `/${goal}`,
      occurredOn: measure.startsOn,
      data: { goalId: goalIdOf(goal), weight: measure.weight ?? 100 },
    }),
  );

const carriedOut = (measure: SampleMeasure): readonly SentCommand[] => {
  const { startsOn, progress, begun = true, completed } = measure;
  if (!begun) return [];
  const id = idOfMeasure(measure);
  const last = lastDayOf(progress.at(-1)?.period ?? startsOn);
  return [
    commandOf(measure, 'editor', { command: 'BeginMeasure', id, occurredOn: startsOn, data: {} }),
    ...progress.map((report) =>
      commandOf(measure, 'editor', {
        command: 'ReportMeasureProgress',
        id,
        of: `/${report.period}`,
        occurredOn: lastDayOf(report.period),
        data: report,
      }),
    ),
    ...(completed
      ? [
          commandOf(measure, 'editor', {
            command: 'SubmitMeasureForAcceptance',
            id,
            occurredOn: last,
            data: { result: completed.result },
          }),
          {
            ...commandOf(measure, 'acceptor', { command: 'CompleteMeasure', id, occurredOn: last, data: {} }),
            unit: completed.by,
          },
        ]
      : []),
  ];
};

const measured = (indicator: SampleIndicator, goalIdOf: (reference: string) => string): readonly SentCommand[] => {
  const { ministry, observations, goals, ...definition } = indicator;
  const id = entityId(ministry, 'indicator', indicator.reference);
  const first = observations[0]?.period;
  return [
    commandOf(indicator, 'editor', {
      command: 'DefineIndicator',
      occurredOn: first ? lastDayOf(first) : '2024-07-16',
      data: { ...definition, goals: goals.map(goalIdOf) },
    }),
    ...observations.map((observation) =>
      commandOf(indicator, 'observer', {
        command: 'ReportObservation',
        id,
        of: `/${observation.period}`,
        occurredOn: lastDayOf(observation.period),
        data: observation,
      }),
    ),
  ];
};

const latest = (days: readonly string[]): string => [...days].sort().at(-1) ?? '';

/** `cabinet` records what the cabinet has adopted. What would happen after `today` is left out. */
export const sampleSteps = (sample: Sample, cabinet: string, today: string): readonly Step[] =>
  allSteps(sample, cabinet).map(({ name, commands }) => ({
    name,
    commands: commands.filter(({ line }) => (line.occurredOn ?? today) <= today),
  }));

type GoalIds = (reference: string) => string;

const goalIdsOf = ({ goals }: Sample): GoalIds => {
  const ids = new Map(goals.map(({ ministry, reference }) => [reference, entityId(ministry, 'goal', reference)]));
  return (reference) => {
    const id = ids.get(reference);
    if (!id) throw new Error(`The sample has no goal ${reference}.`);
    return id;
  };
};

const adopted = (goal: SampleGoal, cabinet: string, { decision }: Sample): SentCommand => {
  const { ministry: lead, reference } = goal;
  const goalId = entityId(lead, 'goal', reference);
  const data = { goalId, lead, decisionNumber: decision.number, decidedOn: decision.date };
  const line = { command: 'RecordGoalAdoption', occurredOn: decision.date, data };
  return commandOf({ ministry: cabinet, reference }, 'cabinet-office', line);
};

/** A goal begins with the first measure that serves it, and not before it is adopted. */
const begun = (goal: SampleGoal, { measures, decision }: Sample): readonly SentCommand[] => {
  const starts = measures.filter((one) => one.contributesTo.includes(goal.reference)).map(({ startsOn }) => startsOn);
  if (goal.draft === true || starts.length === 0) return [];
  const occurredOn = latest([decision.date, [...starts].sort()[0] ?? decision.date]);
  const id = entityId(goal.ministry, 'goal', goal.reference);
  return [commandOf(goal, 'editor', { command: 'BeginGoal', id, occurredOn, data: {} })];
};

const declared = (goal: SampleGoal, { reportedOn: occurredOn }: Sample): readonly SentCommand[] => {
  if (!goal.health) return [];
  const { value: health, reason } = goal.health;
  const id = entityId(goal.ministry, 'goal', goal.reference);
  return [commandOf(goal, 'editor', { command: 'DeclareGoalHealth', id, occurredOn, data: { health, reason } })];
};

const allSteps = (sample: Sample, cabinet: string): readonly Step[] => {
  const { goals, measures, indicators, draftedOn } = sample;
  const goalIdOf = goalIdsOf(sample);
  return [
    {
      name: 'drafts',
      commands: [...goals.map((goal) => draft(goal, draftedOn)), ...measures.flatMap((one) => planned(one, draftedOn))],
    },
    {
      name: 'adoptions',
      commands: goals.filter((goal) => goal.draft !== true).map((goal) => adopted(goal, cabinet, sample)),
    },
    { name: 'contributions', commands: measures.flatMap((one) => contributed(one, goalIdOf)) },
    {
      name: 'work',
      commands: [
        ...measures.flatMap(carriedOut),
        ...indicators.flatMap((one) => measured(one, goalIdOf)),
        ...goals.flatMap((goal) => [...begun(goal, sample), ...declared(goal, sample)]),
      ],
    },
  ];
};
