// The sample as the commands that its houses would have sent, in steps: a step may need what the one before has published.
import { entityId } from '@zielwerk/platform';
import { lastDayOf } from '@zielwerk/kernel';

import type { SentCommand, Step } from '../sending/send-commands';
import type { Sample, SampleFact, SampleGoal, SampleIndicator, SampleMeasure } from './sample';
import { type Ids, idsOf, withIds } from './sample-ids';

const commandOf = (
  { ministry, reference }: Readonly<{ ministry: string; reference: string }>,
  role: string,
  line: Readonly<{ command: string; id?: string; of?: string; occurredOn: string; data: object }>,
): SentCommand => {
  const { of = '', ...rest } = line;
  return { ministry, role, line: { ...rest, commandId: `sample/${reference}/${line.command}${of}` } };
};

const draft = (goal: SampleGoal, occurredOn: string, idOf: Ids): SentCommand => {
  const { reference, theme, title, description = null, targetDate, participants, parent } = goal;
  const parentGoalId = parent === undefined ? null : idOf(parent);
  const data = { reference, theme, title, description, targetDate, participants, parentGoalId };
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

const contributed = (measure: SampleMeasure, idOf: Ids): readonly SentCommand[] =>
  measure.contributesTo.map((goal) =>
    commandOf(measure, 'editor', {
      command: 'AddMeasureContribution',
      id: idOfMeasure(measure),
      of: `/${goal}`,
      occurredOn: measure.startsOn,
      data: { goalId: idOf(goal), weight: measure.weight ?? 100 },
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

const defined = (indicator: SampleIndicator, idOf: Ids): SentCommand => {
  const { ministry, observations, goals, ...definition } = indicator;
  const first = observations[0]?.period;
  return commandOf({ ministry, reference: definition.reference }, 'editor', {
    command: 'DefineIndicator',
    occurredOn: first ? lastDayOf(first) : '2024-07-16',
    data: { ...definition, goals: goals.map(idOf) },
  });
};

const observed = (indicator: SampleIndicator): readonly SentCommand[] =>
  indicator.observations.map((observation) =>
    commandOf(indicator, 'observer', {
      command: 'ReportObservation',
      id: entityId(indicator.ministry, 'indicator', indicator.reference),
      of: `/${observation.period}`,
      occurredOn: lastDayOf(observation.period),
      data: observation,
    }),
  );

const latest = (days: readonly string[]): string => [...days].sort().at(-1) ?? '';

/** `cabinet` records what the cabinet has adopted. What would happen after `today` is left out. */
export const sampleSteps = (sample: Sample, cabinet: string, today: string): readonly Step[] =>
  allSteps(sample, cabinet).map(({ name, commands }) => ({
    name,
    commands: commands.filter(({ line }) => (line.occurredOn ?? today) <= today),
  }));

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

const further = ({ ministry, role, about, command, occurredOn, data }: SampleFact, idOf: Ids, place: number) =>
  commandOf({ ministry, reference: about ?? ministry }, role, {
    command,
    ...(about !== undefined && { id: idOf(about) }),
    of: `/${place}`,
    occurredOn,
    data: withIds(data, idOf),
  });

/** What happens to one thing is sent in the order of days. */
const byDay = (commands: readonly SentCommand[]): readonly SentCommand[] =>
  [...commands].sort((a, b) => (a.line.occurredOn ?? '').localeCompare(b.line.occurredOn ?? ''));

const allSteps = (sample: Sample, cabinet: string): readonly Step[] => {
  const { goals, measures, indicators, draftedOn, facts, answers } = sample;
  const idOf = idsOf(sample);
  return [
    {
      name: 'drafts',
      commands: [
        ...goals.map((goal) => draft(goal, draftedOn, idOf)),
        ...measures.flatMap((one) => planned(one, draftedOn)),
      ],
    },
    {
      name: 'adoptions',
      commands: goals.filter((goal) => goal.draft !== true).map((goal) => adopted(goal, cabinet, sample)),
    },
    // Both wait until the goals of other houses are known; what follows needs them.
    {
      name: 'contributions and indicators',
      commands: [...measures.flatMap((one) => contributed(one, idOf)), ...indicators.map((one) => defined(one, idOf))],
    },
    {
      name: 'work',
      commands: byDay([
        ...measures.flatMap(carriedOut),
        ...indicators.flatMap(observed),
        ...goals.flatMap((goal) => [...begun(goal, sample), ...declared(goal, sample)]),
        ...facts.map((fact, place) => further(fact, idOf, place)),
      ]),
    },
    { name: 'answers', commands: byDay(answers.map((fact, place) => further(fact, idOf, place))) },
  ];
};
