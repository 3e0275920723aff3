// Who may read what: a change here is a decision about publicity.
import { allEvents } from './all-events';
import { typeOf } from './define-event';

it('every event says who may read it', () =>
  expect(
    Object.fromEntries([...allEvents.contracts().keys()].map(typeOf).map((type) => [type, allEvents.audienceOf(type)])),
  ).toEqual({
    PillarDefined: 'public',
    ThemeDefined: 'public',
    GoalDrafted: 'government',
    GoalRevised: 'government',
    GoalAdopted: 'public',
    GoalBegun: 'public',
    GoalHealthDeclared: 'public',
    GoalAdoptionRecorded: 'government',
    MeasureProposed: 'government',
    MeasurePlanned: 'government',
    MeasureReleased: 'public',
    MeasureBegun: 'public',
    MeasureProgressReported: 'public',
    MeasureSubmittedForAcceptance: 'public',
    MeasureCompleted: 'public',
    MeasureContributionAdded: 'public',
    IndicatorDefined: 'public',
    ObservationReported: 'public',
  }));
