// One goal over HTTP: what a house is asked, and what it has heard of others.
import type { AnyEvent, GoalContent } from '@zielwerk/contracts';
import { entityId } from '@zielwerk/platform';
import { recorded } from '@zielwerk/testing';

export const goalId = entityId('mid', 'goal', 'Z-MID-1');
export const stream = `mid.goal-${goalId}`;
export const parentGoalId = '0190a1de-0000-7000-8000-0000000000a2';
export const indicatorId = '0190a1de-0000-7000-8000-0000000000b1';
const measureId = '0190a1de-0000-7000-8000-0000000000c1';

export const shortest = { title: 'Electronic files', theme: 'e-akte' };
export const open = { description: null, participants: [], parentGoalId: null, targetDate: null, fileReference: null };
export const content = {
  ...shortest,
  description: 'From the inbox to the archive',
  participants: ['mi', 'mf'],
  parentGoalId,
  targetDate: '2028-12-31',
  fileReference: '12.3-02100/7',
};
export const decision = { decisionNumber: 'KB 2024/07-3', decidedOn: '2024-07-16' };
const justification = { rationale: 'Paper is slow', qualitative: false, touchesMoney: true };
const wording = { corrects: 1, title: 'Electronic files everywhere', description: null, reason: 'A word was missing' };
export const proposal = { outcome: 'reached', cutOffDate: '2026-09-30', statement: '58 of 60 authorities' };
const supersession = { successorGoalId: parentGoalId, reason: 'Merged into a larger one' };

const ask = <Data extends object>(command: string, data: Data) => ({ command, id: goalId, data });
export const draft = { command: 'DraftGoal', data: { reference: 'Z-MID-1', ...content } };
export const draftAlone = { command: 'DraftGoal', data: { reference: 'Z-MID-1', ...shortest } };
export const revise = ask('ReviseGoal', shortest);
export const justify = ask('JustifyGoal', justification);
export const correct = ask('CorrectGoalWording', wording);
export const defer = ask('DeferGoal', { reason: 'No money this year', until: '2027-01-01' });
export const resume = ask('ResumeGoal', {});
export const withdraw = ask('WithdrawGoal', { reason: 'Nobody needs it' });
export const begin = ask('BeginGoal', {});
export const declare = ask('DeclareGoalHealth', { health: 'amber', reason: 'The tender is late' });
export const propose = ask('ProposeGoalOutcome', proposal);
export const abandon = ask('AbandonGoal', { reason: 'The federation does it' });
export const supersede = ask('SupersedeGoal', supersession);

export const adoptedBy = (lead: string) =>
  recorded(`stk.adoption-${goalId}`, [
    '2026-11-23',
    { type: 'GoalAdoptionRecorded', data: { goalId, lead, ...decision } },
  ]);
export const confirmed = (lead: string, number: number) =>
  recorded(`mid.outcome-${goalId}`, [
    '2026-11-20',
    { type: 'OutcomeConfirmed', data: { goalId, lead, proposal: number } },
  ]);
export const sentBack = (lead: string, number: number) =>
  recorded(`mid.outcome-${goalId}`, [
    '2026-11-20',
    { type: 'OutcomeSentBack', data: { goalId, lead, proposal: number, reason: 'Two are missing' } },
  ]);

export const theme = recorded<AnyEvent>('mid.theme-1', [
  '2024-01-01',
  {
    type: 'ThemeDefined',
    data: { theme: 'e-akte', pillar: 'verwaltung', title: 'E-Akte', description: null, order: 1 },
  },
]);

const parentContent: GoalContent = { ...open, title: 'No more paper', theme: 'e-akte' };
/** The goal above, of another house; `below` puts it below another one. */
export const parent = (below: string | null = null) =>
  recorded<AnyEvent>(`mi.goal-${parentGoalId}`, [
    '2024-01-02',
    {
      type: 'GoalDrafted',
      data: { goalId: parentGoalId, reference: null, content: { ...parentContent, parentGoalId: below } },
    },
  ]);

const plan = {
  ...{ startsOn: null, endsOn: null, charter: null, projectLead: null, budgetLine: null, needsNoMoney: true },
  milestones: [],
};
/** A released measure of another house that contributes. */
export const measure = recorded<AnyEvent>(
  `mf.measure-${measureId}`,
  ['2024-02-01', { type: 'MeasureContributionAdded', data: { measureId, goalId, weight: 100 } }],
  [
    '2024-03-01',
    { type: 'MeasureReleased', data: { measureId, reference: null, title: 'Scan', description: null, plan } },
  ],
);

/** An indicator of another house that serves the goal; the quarters with their values. */
export const indicator = (...values: readonly (readonly [period: string, value: number])[]) =>
  recorded<AnyEvent>(
    `mf.indicator-${indicatorId}`,
    [
      '2024-02-01',
      {
        type: 'IndicatorDefined',
        data: {
          ...{ indicatorId, reference: null, title: 'Authorities with files', description: null, unit: 'authorities' },
          ...{ decimals: 0, kind: 'increase', baseline: null, targetPath: [], source: null, region: null },
          ...{ periodicity: 'quarter', goals: [goalId] },
        },
      },
    ],
    ...values.map(([period, value]): [string, AnyEvent] => [
      '2026-10-05',
      { type: 'ObservationReported', data: { indicatorId, period, value, provisional: false, source: null } },
    ]),
  );
