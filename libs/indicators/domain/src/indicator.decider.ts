// Pure: no framework, no clock, no I/O.
import type { IndicatorDefined, IndicatorEvent } from '@zielwerk/contracts';
import { type Circumstances, type Decider, type Decision, rejections } from '@zielwerk/kernel';

import { objectionToDefinition } from './definition-rules';
import type {
  Change,
  Facts,
  Followed,
  Indicator,
  IndicatorCommand,
  KnownIndicator,
  Later,
  Orders,
  Rule,
} from './indicator';
import { observationChanges, observationRules } from './observation-rules';

const refuse = rejections({
  'indicator-unknown': 'not-found',
  'indicator-exists': 'conflict',
});

const define = (defined: IndicatorDefined, indicator: Indicator): Decision<IndicatorEvent> => {
  if (indicator.status !== 'unknown')
    return refuse('indicator-exists', `Indicator ${defined.indicatorId} was defined before.`);
  return objectionToDefinition(defined) ?? [{ type: 'IndicatorDefined', data: defined }];
};

const rules: { readonly [Type in Later]: Rule<Orders[Type]> } = {
  ...observationRules,
  LinkIndicatorToGoal: (data, { goals }) => (goals.has(data.goalId) ? [] : [{ type: 'IndicatorLinkedToGoal', data }]),
};

// Never refuses and never checks: what has happened has happened.
const changes: { readonly [Type in Followed]: Change<Facts[Type]> } = {
  ...observationChanges,
  IndicatorLinkedToGoal: ({ goalId }, { goals }) => ({ goals: new Set(goals).add(goalId) }),
};

// One type parameter ties a name to its data, so that the tables need no cast.
type Tied<Table, Type extends keyof Table> = Readonly<{ type: Type; data: Table[Type] }>;
const ruleOn = <Type extends Later>({ type, data }: Tied<Orders, Type>, ...on: [KnownIndicator, Circumstances]) =>
  rules[type](data, ...on);
const changeBy = <Type extends Followed>({ type, data }: Tied<Facts, Type>, indicator: KnownIndicator) =>
  changes[type](data, indicator);

/** Kennzahl: defined once; each period has one value in force, which is looked at and corrected. */
export const indicatorDecider: Decider<IndicatorCommand, IndicatorEvent, Indicator> = {
  initialState: { status: 'unknown' },

  decide(command, indicator, circumstances) {
    if (command.type === 'DefineIndicator') return define(command.data, indicator);
    if (indicator.status === 'unknown')
      return refuse('indicator-unknown', `No indicator ${command.data.indicatorId} was defined here.`);
    return ruleOn(command, indicator, circumstances);
  },

  evolve(indicator, event) {
    if (event.type === 'IndicatorDefined') {
      const { periodicity, goals } = event.data;
      const none = { observations: new Map(), periods: new Map() };
      return { status: 'defined', revision: 0, periodicity, goals: new Set(goals), ...none };
    }
    if (indicator.status === 'unknown') return indicator;
    const next = { ...indicator, revision: indicator.revision + 1 };
    return { ...next, ...changeBy(event, next) };
  },
};
