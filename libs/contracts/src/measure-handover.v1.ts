// The handover in the words it was first written in, without reports before the last, health, result, acceptance and answers.
import type { CalendarDate } from '@zielwerk/kernel';

import { ReadableBy } from './audience';
import type { MeasureHandedOverV2, MeasureTakenOverV2 } from './measure-handover.events';
import { MeasurePlace } from './measure-place';
import { MeasurePlan } from './measure-plan';
import {
  BudgetState,
  ContributionState,
  type MeasureStateV2,
  MilestoneState,
  OPEN_MEASURE_STATES,
  type OpenMeasureState,
  ReportState,
} from './measure-state';
import { IsCalendarDate, IsFlag, IsId, IsMinistryCode, IsOneOf, IsReference, IsText } from './vocabulary';
import { HasPart, HasParts, OrNull } from './word';

class Continued extends MeasurePlace {}

class DependencyState {
  @IsId() readonly needs!: string;
  @IsMinistryCode() readonly giver!: string;
}

class MeasureState {
  @OrNull() @IsReference() readonly reference!: string | null;
  @IsText({ max: 400 }) readonly title!: string;
  @OrNull() @IsText({ max: 4000 }) readonly description!: string | null;
  @IsOneOf(...OPEN_MEASURE_STATES) readonly status!: OpenMeasureState;
  @OrNull() @HasPart(() => MeasurePlan) readonly plan!: MeasurePlan | null;
  @IsFlag() readonly appraised!: boolean;
  @OrNull() @IsCalendarDate() readonly begunOn!: CalendarDate | null;
  @OrNull() @HasPart(() => ReportState) readonly lastReport!: ReportState | null;
  @HasParts(() => MilestoneState, { max: 100 }) readonly milestones!: readonly MilestoneState[];
  @HasParts(() => ContributionState, { max: 200 }) readonly contributions!: readonly ContributionState[];
  /** With what was spent, which is not for the public. */
  @ReadableBy('government') @HasParts(() => BudgetState, { max: 200 }) readonly budget!: readonly BudgetState[];
  @ReadableBy('government')
  @HasParts(() => DependencyState, { max: 200 })
  readonly needs!: readonly DependencyState[];
}

export class MeasureHandedOver {
  @IsId() readonly measureId!: string;
  @IsMinistryCode() readonly to!: string;
  @IsText({ max: 2000 }) readonly reason!: string;
  @HasPart(() => MeasureState) readonly state!: MeasureState;
}

export class MeasureTakenOver {
  @IsId() readonly measureId!: string;
  @HasPart(() => Continued) readonly continues!: Continued;
  @HasPart(() => MeasureState) readonly state!: MeasureState;
}

const lifted = ({ lastReport, needs, ...state }: MeasureState): MeasureStateV2 => ({
  ...state,
  reportsSince: state.begunOn,
  ...{ health: null, result: null, acceptance: null },
  reports: lastReport ? [lastReport] : [],
  needs: needs.map((need) => ({ ...need, declaration: null })),
  neededBy: [],
});

const lowered = (later: MeasureStateV2): MeasureState | null => {
  const { reportsSince, health, result, acceptance, reports, needs, neededBy, ...state } = later;
  const [lastReport = null, ...others] = reports;
  const unsaid = [health, result, acceptance, ...others, ...neededBy].some((part) => part !== null);
  if (unsaid || reportsSince !== state.begunOn) return null;
  return { ...state, lastReport, needs: needs.map(({ needs: needed, giver }) => ({ needs: needed, giver })) };
};

export const handedOver = {
  lift: ({ state, ...older }: MeasureHandedOver): MeasureHandedOverV2 => ({ ...older, state: lifted(state) }),
  lower: ({ state, ...newer }: MeasureHandedOverV2): MeasureHandedOver | null => {
    const older = lowered(state);
    return older && { ...newer, state: older };
  },
};

/** In v1 whoever led the project goes on leading it. */
export const takenOver = {
  lift: ({ state, ...older }: MeasureTakenOver): MeasureTakenOverV2 => ({
    ...older,
    state: lifted(state),
    projectLead: state.plan?.projectLead ?? null,
  }),
  lower: ({ state, projectLead, ...newer }: MeasureTakenOverV2): MeasureTakenOver | null => {
    const plan = state.plan && { ...state.plan, projectLead };
    const older = lowered({ ...state, plan });
    return older && { ...newer, state: older };
  },
};
