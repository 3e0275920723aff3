import type { BudgetLine } from '@zielwerk/contracts';

import {
  given,
  inOtherStatesThan,
  inStates,
  planned,
  releaseWith,
  toPlanned,
  toProposed,
  toReleased,
  toUnderway,
} from './testing/measure-examples';
import {
  budgetPlanned,
  consent,
  consented,
  freeze,
  frozen,
  handedOver,
  handOver,
  line,
  otherLine,
  appraised,
  planBudget,
  planBudgetWithin,
  spend,
  spent,
  stateIn,
  takenOver,
} from './testing/part-examples';

const toBudget = [...toUnderway, budgetPlanned(100)];
const toConsent = [...toBudget, consented(80)];

describe('planning money per year and budget line', () => {
  it.each(inOtherStatesThan('completed', 'impactReviewed'))(
    'is possible for a measure that is $status',
    ({ history }) =>
      given(...history)
        .when(planBudget(100))
        .then(budgetPlanned(100)),
  );

  it.each(inStates('completed', 'impactReviewed'))('is refused for a measure that is $status', ({ history }) =>
    given(...history)
      .when(planBudget(100))
      .thenRejected('measure-closed'),
  );

  it('is refused where the plan says «no money»', () =>
    given(...toProposed, planned({ needsNoMoney: true, budgetLine: null }))
      .when(planBudget(100))
      .thenRejected('no-money-planned'));

  it.each<Partial<BudgetLine>>([
    { year: 2027 },
    { section: '08' },
    { chapter: '06' },
    { lineItem: '812 02' },
    { source: 'federal' },
  ])('keeps lines apart by %j', (change) => {
    given(...toBudget)
      .when(planBudget(100, { ...line, ...change }))
      .then(budgetPlanned(100, { ...line, ...change }));
    given(...toBudget)
      .when(spend(1, { ...line, ...change }))
      .thenRejected('budget-line-unknown');
  });

  it('can be done anew, also above what was consented', () =>
    given(...toConsent)
      .when(planBudget(150))
      .then(budgetPlanned(150)));

  it('can change the commitment authority for later years alone', () =>
    given(...toBudget)
      .when(planBudget(100, line, 30))
      .then(budgetPlanned(100, line, 30)));

  it('does nothing when amounts stay', () =>
    given(...toConsent, budgetPlanned(100, line, 30))
      .when(planBudget(100, line, 30))
      .thenNothing());

  it('needs an economic appraisal above the limit after the release as well', () => {
    const beyond = planBudgetWithin(100, 101);
    given(...toReleased)
      .when(planBudgetWithin(100, 100))
      .then(budgetPlanned(100));
    given(...toReleased)
      .when(beyond)
      .thenRejected('appraisal-missing');
    given(...toReleased, appraised())
      .when(beyond)
      .then(budgetPlanned(101));
    given(...toPlanned)
      .when(beyond)
      .then(budgetPlanned(101));
  });

  it('needs none for less, or as much, than is planned above the limit already', () => {
    const tooMuch = takenOver(
      stateIn('released', {
        budget: [{ line, plannedCents: 200, commitmentCents: 0, consentedCents: null, frozenCents: 0, spentCents: 0 }],
      }),
    );
    given(tooMuch).when(planBudgetWithin(100, 150)).then(budgetPlanned(150));
    given(tooMuch)
      .when(planBudgetWithin(100, 200, 30))
      .then(budgetPlanned(200, line, 30));
    given(tooMuch).when(planBudgetWithin(100, 201)).thenRejected('appraisal-missing');
  });

  it('counts what is planned last for a release above the limit', () => {
    given(...toPlanned, budgetPlanned(100), budgetPlanned(101))
      .when(releaseWith(100))
      .thenRejected('appraisal-missing');
    given(...toPlanned, budgetPlanned(101), budgetPlanned(100))
      .when(releaseWith(100))
      .then(...toReleased.slice(2));
  });

  it('is possible in 200 lines, which is what a handover can carry', () => {
    const lines = Array.from({ length: 200 }, (_, index) =>
      budgetPlanned(1, { ...line, lineItem: String(index + 100) }),
    );
    given(...toProposed, ...lines.slice(1))
      .when(planBudget(1))
      .then(budgetPlanned(1));
    given(...toProposed, ...lines)
      .when(planBudget(1))
      .thenRejected('measure-full');
    given(...toProposed, ...lines.slice(1), budgetPlanned(1))
      .when(planBudget(2))
      .then(budgetPlanned(2));
  });
});

describe.each([consent(10, otherLine), freeze(10, otherLine), spend(10, otherLine)])('$type', (command) => {
  it('is refused for a line that is not planned', () =>
    given(...toConsent)
      .when(command)
      .thenRejected('budget-line-unknown'));
});

describe('money consented by the finance office per line and year', () => {
  it('is a fact, even if less is planned by the time it arrives', () =>
    given(...toBudget)
      .when(consent(101))
      .then(consented(101)));

  it('can be given anew', () =>
    given(...toConsent)
      .when(consent(90))
      .then(consented(90)));

  it('does nothing when it stays', () =>
    given(...toConsent)
      .when(consent(80))
      .thenNothing());

  it('is consented to even when it is none', () =>
    given(...toBudget)
      .when(consent(0))
      .then(consented(0)));
});

describe('frozen money', () => {
  it('is a fact, with a consent and without', () => {
    given(...toConsent)
      .when(freeze(80))
      .then(frozen(80));
    given(...toBudget)
      .when(freeze(101))
      .then(frozen(101));
  });

  it('can be freed', () =>
    given(...toConsent, frozen(80))
      .when(freeze(0))
      .then(frozen(0)));

  it('does nothing when it stays', () =>
    given(...toConsent, frozen(80))
      .when(freeze(80))
      .thenNothing());
});

describe('spent money', () => {
  it('takes a consent', () => {
    given(...toConsent)
      .when(spend(50))
      .then(spent(50));
    given(...toBudget)
      .when(spend(50))
      .thenRejected('not-consented');
  });

  it('is said in all so far and never falls', () => {
    given(...toConsent, spent(50))
      .when(spend(51))
      .then(spent(51));
    given(...toConsent, spent(50))
      .when(spend(49))
      .thenRejected('spending-falls');
  });

  it('does nothing when it stays', () =>
    given(...toConsent, spent(50))
      .when(spend(50))
      .thenNothing());

  it.each([
    ['above the consent', toConsent, 500],
    ['of what is frozen', [...toConsent, frozen(80)], 50],
  ])('%s is recorded: the variance is derived', (_, history, cents) =>
    given(...history)
      .when(spend(cents))
      .then(spent(cents)),
  );

  it.each(inStates('completed', 'impactReviewed'))('can be reported when the measure is $status', ({ history }) => {
    given(...toProposed, budgetPlanned(100), consented(80), ...history.slice(1))
      .when(spend(50))
      .then(spent(50));
  });
});

it('planned, consented, frozen and spent money of a line stand beside each other', () => {
  const money = { line, plannedCents: 150, commitmentCents: 30, consentedCents: 80, frozenCents: 20, spentCents: 50 };
  given(...toConsent, frozen(20), spent(50), budgetPlanned(150, line, 30))
    .when(handOver())
    .then(handedOver(stateIn('underway', { budget: [money] })));
});
