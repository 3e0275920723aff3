import {
  type BudgetConsentGiven,
  type BudgetFreezeOrdered,
  type FinanceEvent,
  financeEvents,
} from '@zielwerk/contracts';
import { deciderProperty, deciderSpec } from '@zielwerk/testing';

import { type ConsentCommand, consentDecider } from './consent.decider';

const given = deciderSpec(consentDecider, financeEvents);

const line = { year: 2027, section: '19', chapter: '05', lineItem: '812 01', source: 'state' } as const;
const about = { measureId: '0190a1de-0000-7000-8000-0000000000b1', lead: 'mid', line };
const consent = { ...about, consentedCents: 90_000_00 };
const freeze = { ...about, frozenCents: 20_000_00, reason: 'Tax estimate of May' };
const PLANNED = 100_000_00;

const give = (change: Partial<BudgetConsentGiven> = {}, plannedCents = PLANNED): ConsentCommand => ({
  type: 'GiveBudgetConsent',
  data: { said: { ...consent, ...change }, plannedCents },
});
const order = (change: Partial<BudgetFreezeOrdered> = {}, plannedCents = PLANNED): ConsentCommand => ({
  type: 'OrderBudgetFreeze',
  data: { said: { ...freeze, ...change }, plannedCents },
});
const consented = (change: Partial<BudgetConsentGiven> = {}): FinanceEvent => ({
  type: 'BudgetConsentGiven',
  data: { ...consent, ...change },
});
const frozen = (change: Partial<BudgetFreezeOrdered> = {}): FinanceEvent => ({
  type: 'BudgetFreezeOrdered',
  data: { ...freeze, ...change },
});
const nextYear = { line: { ...line, year: 2028 } };

describe('consenting to the money of a measure', () => {
  it('is a fact for one line of one year', () => given().when(give()).then(consented()));

  it('goes as far as what is planned', () =>
    given()
      .when(give({ consentedCents: PLANNED }))
      .then(consented({ consentedCents: PLANNED })));

  it('is refused above what is planned', () =>
    given()
      .when(give({ consentedCents: PLANNED + 1 }))
      .thenRejected('consent-above-plan'));

  it('can be given anew, higher or lower', () =>
    given(consented())
      .when(give({ consentedCents: 0 }))
      .then(consented({ consentedCents: 0 })));

  it('does nothing when it is said again, even where less is planned by now', () =>
    given(consented()).when(give({}, 1)).thenNothing());

  it('counts as said again only for what was said last', () =>
    given(consented(), consented({ consentedCents: 1 }))
      .when(give())
      .then(consented()));

  it('goes to the house that leads the measure by now', () =>
    given(consented())
      .when(give({ lead: 'mi' }))
      .then(consented({ lead: 'mi' })));

  it.each([nextYear, { line: { ...line, source: 'eu' as const } }])('to %j is another one', (other) =>
    given(consented()).when(give(other)).then(consented(other)),
  );
});

describe('freezing the money of a measure', () => {
  it('is a fact with its reason', () => given(consented()).when(order()).then(frozen()));

  it('needs no consent before', () => given().when(order()).then(frozen()));

  it('goes as far as what is planned while nothing is consented to', () =>
    given(consented(nextYear))
      .when(order({ frozenCents: PLANNED }))
      .then(frozen({ frozenCents: PLANNED })));

  it('is refused above what is planned', () =>
    given()
      .when(order({ frozenCents: PLANNED + 1 }))
      .thenRejected('freeze-above-budget'));

  it('is refused above what was consented to', () =>
    given(consented())
      .when(order({ frozenCents: consent.consentedCents + 1 }))
      .thenRejected('freeze-above-budget'));

  it('is lifted by freezing nothing', () =>
    given(frozen())
      .when(order({ frozenCents: 0 }))
      .then(frozen({ frozenCents: 0 })));

  it.each([
    ['nothing', []],
    ['a freeze of another line', [frozen(nextYear)]],
    ['a freeze that was lifted', [frozen(), frozen({ frozenCents: 0 })]],
  ])('is not lifted after %s', (_, history) =>
    given(...history)
      .when(order({ frozenCents: 0, reason: 'All clear' }))
      .thenNothing(),
  );

  it('does nothing when it is said again', () => given(frozen(), consented()).when(order()).thenNothing());

  it('of another line is another one', () => given(frozen()).when(order(nextYear)).then(frozen(nextYear)));
});

it('what the finance ministry says never contradicts itself, whatever is asked', () =>
  expect(
    deciderProperty(
      consentDecider,
      financeEvents,
    )((chance) =>
      chance.record({
        command: chance.constantFrom(
          ...[give(), give(nextYear), give({ consentedCents: 0 }), give({}, 1)],
          ...[order(), order(nextYear), order({ frozenCents: 0 }), order({}, 1)],
        ),
      }),
    ),
  ).toEqual({
    statuses: ['decided', 'untouched'],
    transitions: ['untouched → decided'],
    refusals: ['consent-above-plan', 'freeze-above-budget'],
  }));
