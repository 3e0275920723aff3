// Lives from the first fact to the last, with everything that not everybody may read: whatever is for the government says
// so in its text, and so does what never leaves a house.
import type { AnyEvent, BudgetLine, GoalOutcome, MeasureTakenOverV2 } from '@zielwerk/contracts';

import type { Recording } from './open-strategy';
import { adopted, contributed, defined, drafted, observed, plan, proposed, released } from './small-state';

export const GOVERNMENT = 'nur für die Verwaltung';
export const HOUSE = 'nur für das Haus';

const id = (number: number): string => `0190a1de-0000-7000-8000-${String(number).padStart(12, '0')}`;

export const lives = {
  ...{ reached: id(401), successor: id(402), draft: id(403), child: id(404) },
  ...{ moved: id(501), needed: id(502), cancelled: id(503), accepted: id(504), waiting: id(505) },
  numbers: id(701),
};
export const lifeStreams = {
  reached: `mid.goal-${lives.reached}`,
  draft: `mid.goal-${lives.draft}`,
  moved: `mid.measure-${lives.moved}`,
  movedOn: `mf.measure-${lives.moved}`,
  needed: `mwu.measure-${lives.needed}`,
  cancelled: `mid.measure-${lives.cancelled}`,
  accepted: `mf.measure-${lives.accepted}`,
  numbers: `mid.indicator-${lives.numbers}`,
};

const outcome = (statement: string): GoalOutcome => ({
  ...{ outcome: 'partlyReached', cutOffDate: '2026-06-30', statement },
  evidence: [{ indicatorId: id(301), title: 'Households', period: '2026-Q2', value: 60, provisional: true }],
});

const line: BudgetLine = { year: 2026, section: '14', chapter: '02', lineItem: '812 01', source: 'state' };
const nextLine: BudgetLine = { ...line, year: 2027, source: 'eu' };

/** Where it is said first that one is needed. */
const declaration = { stream: lifeStreams.moved, revision: 5 };

const stateMovedOn: MeasureTakenOverV2['state'] = {
  ...{ reference: null, title: 'Moved', description: null, status: 'underway', appraised: true },
  plan,
  ...{ begunOn: '2026-01-10', reportsSince: '2026-01-10', result: null, acceptance: null },
  health: {
    ...{ health: 'amber', reason: 'Staff', declaredOn: '2026-04-06' },
    blockers: [{ what: GOVERNMENT, helpFrom: 'mwu', help: `${GOVERNMENT}: staff` }],
  },
  reports: [{ period: '2026-Q1', percent: 30 }],
  milestones: [
    {
      ...{ milestone: 'pilot', title: 'Pilot', baselineDate: '2026-06-30' },
      ...{ forecastDate: '2026-10-01', actualDate: null, dropped: false },
    },
  ],
  contributions: [{ goalId: lives.reached, weight: 100 }],
  budget: [
    { line, ...{ plannedCents: 1000, commitmentCents: 0, consentedCents: 900, frozenCents: 100, spentCents: 1100 } },
  ],
  needs: [{ needs: lives.needed, giver: 'mwu', declaration }],
  neededBy: [],
};

const of = <Type extends AnyEvent['type']>(type: Type, data: Extract<AnyEvent, { type: Type }>['data']) =>
  ({ type, data }) as unknown as AnyEvent;

const goalLives: readonly Recording[] = [
  [
    lifeStreams.reached,
    ['2026-01-01', drafted(lives.reached, { title: 'Lived', fileReference: GOVERNMENT })],
    [
      '2026-01-02',
      of('GoalJustified', { goalId: lives.reached, rationale: GOVERNMENT, qualitative: false, touchesMoney: true }),
    ],
    ['2026-01-03', of('GoalDeferred', { goalId: lives.reached, reason: `${GOVERNMENT}: a draft waits`, until: null })],
    ['2026-01-04', of('GoalResumed', { goalId: lives.reached })],
    ['2026-02-01', adopted(lives.reached, { title: 'Lived', fileReference: GOVERNMENT })],
    [
      '2026-02-02',
      of('GoalWordingCorrected', {
        goalId: lives.reached,
        corrects: 4,
        title: 'Lived well',
        description: null,
        reason: 'A slip',
      }),
    ],
    ['2026-02-03', of('GoalBegun', { goalId: lives.reached })],
    ['2026-07-01', of('GoalOutcomeProposed', { goalId: lives.reached, proposal: 1, proposed: outcome(GOVERNMENT) })],
    ['2026-07-02', of('GoalProposalSentBack', { goalId: lives.reached, proposal: 1, reason: GOVERNMENT })],
    ['2026-07-03', of('GoalOutcomeProposed', { goalId: lives.reached, proposal: 2, proposed: outcome('Nearly') })],
    ['2026-07-04', of('GoalConcluded', { goalId: lives.reached, proposal: 2, concluded: outcome('Nearly') })],
  ],
  [
    lifeStreams.draft,
    ['2026-01-05', drafted(lives.draft, { title: GOVERNMENT, targetDate: null })],
    ['2026-01-06', of('GoalOutcomeProposed', { goalId: lives.draft, proposal: 1, proposed: outcome(GOVERNMENT) })],
  ],
  [
    `mf.goal-${lives.child}`,
    ['2026-01-05', drafted(lives.child, { title: 'Child', parentGoalId: lives.reached })],
    ['2026-02-01', adopted(lives.child, { title: 'Child', parentGoalId: lives.reached, targetDate: '2026-11-22' })],
    ['2026-03-01', of('GoalSuperseded', { goalId: lives.child, successorGoalId: lives.reached, reason: 'Wider' })],
  ],
];

const measureLives: readonly Recording[] = [
  [
    lifeStreams.moved,
    ['2026-01-04', proposed(lives.moved, 'Moved')],
    ['2026-01-05', contributed(lives.moved, lives.reached, 100)],
    ['2026-01-06', of('MeasureAppraised', { measureId: lives.moved, result: GOVERNMENT, fileReference: null })],
    [
      '2026-01-07',
      of('MeasureBudgetPlanned', { measureId: lives.moved, line, plannedCents: 1000, commitmentCents: 0 }),
    ],
    ['2026-01-08', released(lives.moved, 'Moved')],
    [
      '2026-01-09',
      of('MeasureDependencyDeclared', {
        measureId: lives.moved,
        needs: lives.needed,
        giver: 'mwu',
        reason: GOVERNMENT,
      }),
    ],
    ['2026-01-10', of('MeasureBegun', { measureId: lives.moved })],
    [
      '2026-04-01',
      of('MeasureProgressReported', {
        measureId: lives.moved,
        period: '2026-Q1',
        percent: 30,
        text: 'Slow',
        explanation: null,
      }),
    ],
    [
      '2026-04-02',
      of('MilestoneForecastMoved', {
        measureId: lives.moved,
        milestone: 'pilot',
        forecastDate: '2026-10-01',
        reason: 'Late',
      }),
    ],
    ['2026-04-03', of('MeasureBudgetConsented', { measureId: lives.moved, line, consentedCents: 900 })],
    ['2026-04-04', of('MeasureBudgetFrozen', { measureId: lives.moved, line, frozenCents: 100, reason: GOVERNMENT })],
    ['2026-04-05', of('MeasureSpendingReported', { measureId: lives.moved, line, spentCents: 1100 })],
    ['2026-05-01', of('MeasureHandedOver', { measureId: lives.moved, to: 'mf', reason: 'Remit', state: stateMovedOn })],
  ],
  [
    lifeStreams.movedOn,
    [
      '2026-05-02',
      of('MeasureTakenOver', {
        measureId: lives.moved,
        continues: { stream: lifeStreams.moved, revision: 12 },
        state: stateMovedOn,
        projectLead: { function: 'Head of 24', unit: '24' },
      }),
    ],
    [
      '2026-05-03',
      of('MeasureBudgetPlanned', { measureId: lives.moved, line: nextLine, plannedCents: 500, commitmentCents: 50 }),
    ],
    [
      '2026-05-04',
      of('MeasureHealthDeclared', {
        ...{ measureId: lives.moved, health: 'green', reason: 'Fine', note: HOUSE },
        blockers: [{ what: GOVERNMENT, helpFrom: 'mwu', help: `${GOVERNMENT}: staff` }],
      }),
    ],
    [
      '2026-07-02',
      of('MeasureProgressReported', {
        measureId: lives.moved,
        period: '2026-Q2',
        percent: 40,
        text: 'On',
        explanation: null,
      }),
    ],
    [
      '2026-07-03',
      of('MeasureProgressCorrected', {
        measureId: lives.moved,
        corrects: 3,
        period: '2026-Q2',
        percent: 45,
        text: 'On',
        reason: 'Counted twice',
      }),
    ],
  ],
  [
    lifeStreams.needed,
    ['2026-01-04', proposed(lives.needed, 'Needed')],
    ['2026-01-05', released(lives.needed, 'Needed')],
    [
      '2026-01-11',
      of('MeasureDependencyAccepted', { measureId: lives.needed, neededBy: lives.moved, receiver: 'mid', declaration }),
    ],
  ],
  [
    lifeStreams.cancelled,
    ['2026-01-04', proposed(lives.cancelled, 'Cancelled')],
    ['2026-01-05', released(lives.cancelled, 'Cancelled')],
    [
      '2026-02-01',
      of('MeasureCancelled', {
        measureId: lives.cancelled,
        reason: 'No need',
        costSoFarCents: 12345,
        lessons: GOVERNMENT,
      }),
    ],
  ],
  [
    lifeStreams.accepted,
    ['2026-01-04', proposed(lives.accepted, 'Accepted')],
    ['2026-01-05', released(lives.accepted, 'Accepted')],
    ['2026-01-06', of('MeasureBegun', { measureId: lives.accepted })],
    ['2026-02-01', of('MeasureSubmittedForAcceptance', { measureId: lives.accepted, result: 'First' })],
    ['2026-02-02', of('MeasureAcceptanceRefused', { measureId: lives.accepted, refusedBy: '31', reason: GOVERNMENT })],
    ['2026-03-01', of('MilestoneReached', { measureId: lives.accepted, milestone: 'pilot', actualDate: '2026-02-28' })],
    ['2026-03-02', of('MeasureSubmittedForAcceptance', { measureId: lives.accepted, result: 'Second' })],
    ['2026-03-03', of('MeasureCompleted', { measureId: lives.accepted, acceptedBy: '31' })],
    [
      '2026-09-01',
      of('MeasureImpactReviewed', { measureId: lives.accepted, impact: 'achieved', findings: 'It works' }),
    ],
  ],
  [
    `mwu.measure-${lives.waiting}`,
    ['2026-01-04', proposed(lives.waiting, GOVERNMENT)],
    ['2026-01-05', of('MeasureRejected', { measureId: lives.waiting, reason: GOVERNMENT })],
  ],
];

const indicatorLives: readonly Recording[] = [
  [
    lifeStreams.numbers,
    ['2026-01-06', defined({ indicatorId: lives.numbers, title: 'Numbers', goals: [lives.reached] })],
    ['2026-04-01', observed(lives.numbers, '2026-Q1', 40)],
    ['2026-04-02', of('ObservationFoundPlausible', { indicatorId: lives.numbers, observation: 1 })],
    [
      '2026-07-01',
      of('ObservationReported', {
        ...{ indicatorId: lives.numbers, period: '2026-Q2', value: 60, provisional: true, source: 'Survey' },
      }),
    ],
    ['2026-07-02', of('ObservationRefused', { indicatorId: lives.numbers, observation: 3, reason: 'Far too many' })],
    [
      '2026-07-03',
      of('ObservationCorrected', {
        ...{ indicatorId: lives.numbers, corrects: 3, period: '2026-Q2', value: 50, provisional: false },
        reason: 'Counted twice',
      }),
    ],
    ['2026-07-04', of('ObservationFoundPlausible', { indicatorId: lives.numbers, observation: 5 })],
    ['2026-10-01', observed(lives.numbers, '2026-Q3', 99)],
    ['2026-10-02', of('ObservationRefused', { indicatorId: lives.numbers, observation: 7, reason: 'Not yet counted' })],
  ],
];

const frameworkLives: readonly Recording[] = [
  [
    `mid.strategy-${id(601)}`,
    [
      '2026-01-01',
      of('StrategyAdopted', {
        strategy: 'first',
        title: 'First',
        startsOn: '2026-01-01',
        endsOn: '2030-12-31',
        continues: null,
      }),
    ],
  ],
  [
    `mid.reportingPeriod-${id(602)}`,
    ['2026-04-01', of('ReportingPeriodOpened', { period: '2026-Q1', reportBy: '2026-04-30' })],
    ['2026-05-01', of('ReportingPeriodClosed', { period: '2026-Q1' })],
  ],
  [
    `mid.reportingPeriod-${id(603)}`,
    ['2026-10-01', of('ReportingPeriodOpened', { period: '2026-Q3', reportBy: '2026-10-31' })],
  ],
  [
    `mid.ministry-${id(604)}`,
    ['2026-06-01', of('MinistryRenamed', { ministry: 'mwu', name: 'Wissenschaft neu', shortName: 'MWU' })],
    ['2026-07-01', of('RemitTransferred', { ministry: 'mwu', to: 'mf', remit: 'Universities' })],
    ['2026-09-01', of('MinistryDissolved', { ministry: 'mwu', successor: 'mf' })],
  ],
];

export const wholeLives: readonly Recording[] = [...goalLives, ...measureLives, ...indicatorLives, ...frameworkLives];
