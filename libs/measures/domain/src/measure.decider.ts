// Pure: no framework, no clock, no I/O. Time, identity and other houses' facts arrive from outside.
import type { MeasureEvent } from '@zielwerk/contracts';
import {
  type CalendarDate,
  type Capacity,
  type Circumstances,
  type Decider,
  type Decision,
  type Rejection,
  rejections,
} from '@zielwerk/kernel';

import { budgetChanges, budgetRules } from './budget-rules';
import { contributionChanges, contributionRules } from './contribution-rules';
import { dependencyChanges, dependencyRules } from './dependency-rules';
import { handoverChanges, handoverRules, objectionToTakeover, takenOver, takeoverBy } from './handover-rules';
import { lifeChanges, lifeRules, proposed } from './life-rules';
import type {
  Changes,
  Facts,
  Followed,
  KnownMeasure,
  Later,
  LivingMeasure,
  Measure,
  MeasureCommand,
  MeasureStatus,
  Orders,
  Rules,
} from './measure';
import { milestoneChanges, milestoneRules } from './milestone-rules';
import { progressChanges, progressRules } from './progress-rules';

const refuse = rejections({
  'measure-unknown': 'not-found',
  'measure-exists': 'conflict',
  'measure-ended': 'conflict',
  'measure-handed-over': 'conflict',
});

const rules: Rules = {
  ...lifeRules,
  ...progressRules,
  ...contributionRules,
  ...milestoneRules,
  ...budgetRules,
  ...dependencyRules,
  ...handoverRules,
};
const changes: Changes = {
  ...lifeChanges,
  ...progressChanges,
  ...contributionChanges,
  ...milestoneChanges,
  ...budgetChanges,
  ...dependencyChanges,
  ...handoverChanges,
};

// One type parameter ties a name to its data, so that the tables need no cast.
type Tied<Table, Type extends keyof Table> = Readonly<{ type: Type; data: Table[Type] }>;
const ruleOn = <Type extends Later>({ type, data }: Tied<Orders, Type>, ...on: [LivingMeasure, Circumstances]) =>
  rules[type](data, ...on);
const changeBy = <Type extends Followed>({ type, data }: Tied<Facts, Type>, ...on: [KnownMeasure, CalendarDate]) =>
  changes[type](data, ...on);

const open = (command: MeasureCommand, { ministry }: Capacity): Decision<MeasureEvent> => {
  if (command.type === 'ProposeMeasure') return [{ type: 'MeasureProposed', data: command.data }];
  if (command.type === 'TakeOverMeasure')
    return (
      objectionToTakeover(command.data) ?? [{ type: 'MeasureTakenOver', data: takeoverBy(ministry, command.data) }]
    );
  return refuse('measure-unknown', `No measure ${command.data.measureId} was proposed here.`);
};

const ENDS: ReadonlySet<MeasureStatus> = new Set(['rejected', 'cancelled', 'merged', 'handedOver']);
const isAlive = (measure: KnownMeasure): measure is LivingMeasure => !ENDS.has(measure.status);
const refuseAfter = ({ status, handedOverTo }: KnownMeasure): Rejection =>
  handedOverTo === null
    ? refuse('measure-ended', `The measure is ${status}; nothing more happens to it.`)
    : refuse('measure-handed-over', `The measure was handed over to ${handedOverTo}; that house decides on it.`);

/** Maßnahme: from the proposal to a completion that another unit accepted, and to one of its ends. */
export const measureDecider: Decider<MeasureCommand, MeasureEvent, Measure> = {
  initialState: { status: 'unknown' },

  decide(command, measure, circumstances) {
    if (measure.status === 'unknown') return open(command, circumstances.by);
    if (!isAlive(measure)) return refuseAfter(measure);
    if (command.type === 'ProposeMeasure' || command.type === 'TakeOverMeasure')
      return refuse('measure-exists', `Measure ${command.data.measureId} is led here already.`);
    return ruleOn(command, measure, circumstances);
  },

  evolve(measure, event, occurredOn) {
    if (event.type === 'MeasureProposed') return proposed(event.data);
    if (event.type === 'MeasureTakenOver') return takenOver(event.data);
    if (measure.status === 'unknown') return measure;
    const next = { ...measure, revision: measure.revision + 1 };
    return { ...next, ...changeBy(event, next, occurredOn) };
  },
};
