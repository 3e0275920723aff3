import { Ajv2020 } from 'ajv/dist/2020';

// Who may read what: a change here is a decision about publicity.
import { allEvents } from './all-events';
import { formats } from './formats';
import { typeOf } from './define-event';

it('every schema is one of JSON Schema 2020-12, without a word that nobody knows', () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, ownProperties: true, formats });
  const objections = Object.entries(allEvents.jsonSchemas()).flatMap(([type, schema]) =>
    ajv.validateSchema(schema) === true ? [] : [[type, ajv.errorsText(ajv.errors)]],
  );
  expect(objections).toEqual([]);
});

it('every event says who may read it', () =>
  expect(
    Object.fromEntries([...allEvents.contracts().keys()].map(typeOf).map((type) => [type, allEvents.audienceOf(type)])),
  ).toEqual({
    StrategyAdopted: 'public',
    PillarDefined: 'public',
    PillarRenamed: 'public',
    PillarContinued: 'public',
    ThemeDefined: 'public',
    ThemeRenamed: 'public',
    ThemeContinued: 'public',
    ReportingPeriodOpened: 'public',
    ReportingPeriodClosed: 'public',
    MinistryEstablished: 'public',
    MinistryRenamed: 'public',
    RemitTransferred: 'public',
    MinistryDissolved: 'public',
    GoalDrafted: 'government',
    GoalRevised: 'government',
    GoalJustified: 'government',
    GoalDeferred: 'public',
    GoalResumed: 'public',
    GoalWithdrawn: 'government',
    GoalAdopted: 'public',
    GoalWordingCorrected: 'public',
    GoalBegun: 'public',
    GoalHealthDeclared: 'public',
    GoalOutcomeProposed: 'government',
    GoalProposalSentBack: 'government',
    GoalConcluded: 'public',
    GoalAbandoned: 'public',
    GoalSuperseded: 'public',
    OutcomeConfirmed: 'government',
    OutcomeSentBack: 'government',
    GoalAdoptionRecorded: 'government',
    MeasureProposed: 'government',
    MeasurePlanned: 'government',
    MeasureRejected: 'government',
    MeasureReleased: 'public',
    MeasureBegun: 'public',
    MeasureProgressReported: 'public',
    MeasureProgressCorrected: 'public',
    MeasureHealthDeclared: 'public',
    MeasureSuspended: 'public',
    MeasureResumed: 'public',
    MeasureSubmittedForAcceptance: 'public',
    MeasureAcceptanceRefused: 'public',
    MeasureCompleted: 'public',
    MeasureImpactReviewed: 'public',
    MeasureCancelled: 'public',
    MeasureMerged: 'public',
    MeasureContributionAdded: 'public',
    MeasureContributionWithdrawn: 'public',
    MilestoneForecastMoved: 'public',
    MilestoneReached: 'public',
    MilestoneDropped: 'public',
    MeasureBudgetPlanned: 'public',
    MeasureBudgetConsented: 'public',
    MeasureBudgetFrozen: 'public',
    MeasureSpendingReported: 'government',
    MeasureAppraised: 'government',
    MeasureDependencyDeclared: 'government',
    MeasureDependencyWithdrawn: 'government',
    MeasureDependencyAccepted: 'government',
    MeasureDependencyDeclined: 'government',
    MeasureHandedOver: 'public',
    MeasureTakenOver: 'public',
    BudgetConsentGiven: 'government',
    BudgetFreezeOrdered: 'government',
    IndicatorDefined: 'public',
    IndicatorLinkedToGoal: 'public',
    ObservationReported: 'public',
    ObservationFoundPlausible: 'public',
    ObservationRefused: 'public',
    ObservationCorrected: 'public',
  }));

it('every other field may be read by whoever may read the event', () => {
  const handedOn = { 'state.budget': 'government', 'state.needs': 'government' };
  const handedOnInFull = {
    ...{ 'state.budget': 'government', 'state.health.blockers': 'government' },
    ...{ 'state.needs': 'government', 'state.neededBy': 'government' },
  };
  expect(allEvents.restrictedFields()).toEqual({
    'GoalDrafted.v1': { 'content.fileReference': 'government' },
    'GoalRevised.v1': { 'content.fileReference': 'government' },
    'GoalAdopted.v1': { 'content.fileReference': 'government' },
    'MeasureHealthDeclared.v1': { blockers: 'government', note: 'house' },
    'MeasureAcceptanceRefused.v1': { reason: 'government' },
    'MeasureCancelled.v1': { lessons: 'government' },
    'MeasureBudgetFrozen.v1': { reason: 'government' },
    'MeasureHandedOver.v1': handedOn,
    'MeasureHandedOver.v2': handedOnInFull,
    'MeasureTakenOver.v1': handedOn,
    'MeasureTakenOver.v2': handedOnInFull,
  });
});
