// Pure: no framework, no clock, no I/O.
import type { BudgetConsentGiven, BudgetFreezeOrdered, FinanceEvent } from '@zielwerk/contracts';
import { type Decider, type Decision, type Message, rejections, sameData } from '@zielwerk/kernel';

/** `plannedCents`: what the lead of the measure plans on that line. */
type AgainstPlan<Said> = Readonly<{ said: Said; plannedCents: number }>;
export type ConsentCommand =
  | Message<'GiveBudgetConsent', AgainstPlan<BudgetConsentGiven>>
  | Message<'OrderBudgetFreeze', AgainstPlan<BudgetFreezeOrdered>>;

/** The last word on each budget line of the measure. */
export type Consent = Readonly<{
  status: 'untouched' | 'decided';
  consents: readonly BudgetConsentGiven[];
  freezes: readonly BudgetFreezeOrdered[];
}>;

const refuse = rejections({ 'consent-above-plan': 'conflict', 'freeze-above-budget': 'conflict' });

type OfLine = Pick<BudgetConsentGiven, 'line'>;
// Whoever leads the measure: its money moves with it to another house.
const isAbout =
  ({ line }: OfLine) =>
  (other: OfLine): boolean =>
    sameData(line, other.line);
const latest = <Said extends OfLine>(earlier: readonly Said[], said: Said): readonly Said[] => [
  ...earlier.filter((each) => !isAbout(said)(each)),
  said,
];

const giveConsent = (
  { said, plannedCents }: AgainstPlan<BudgetConsentGiven>,
  { consents }: Consent,
): Decision<FinanceEvent> => {
  if (sameData(said, consents.find(isAbout(said)))) return [];
  if (said.consentedCents > plannedCents)
    return refuse('consent-above-plan', `The measure plans ${plannedCents} cents there; consent goes no further.`);
  return [{ type: 'BudgetConsentGiven', data: said }];
};

const mostOf = ({ said, plannedCents }: AgainstPlan<OfLine>, { consents }: Consent): number =>
  consents.find(isAbout(said))?.consentedCents ?? plannedCents;

const orderFreeze = (order: AgainstPlan<BudgetFreezeOrdered>, consent: Consent): Decision<FinanceEvent> => {
  const { said } = order;
  const earlier = consent.freezes.find(isAbout(said));
  const liftsNothing = said.frozenCents === 0 && !earlier?.frozenCents;
  if (liftsNothing || sameData(said, earlier)) return [];
  const most = mostOf(order, consent);
  return said.frozenCents > most
    ? refuse('freeze-above-budget', `No more than the ${most} cents that are there can be frozen.`)
    : [{ type: 'BudgetFreezeOrdered', data: said }];
};

/** What the finance ministry says about a measure's money; one per measure, under the measure's own id. */
export const consentDecider: Decider<ConsentCommand, FinanceEvent, Consent> = {
  initialState: { status: 'untouched', consents: [], freezes: [] },

  decide: (command, consent) =>
    command.type === 'GiveBudgetConsent' ? giveConsent(command.data, consent) : orderFreeze(command.data, consent),

  evolve: (consent, event) =>
    event.type === 'BudgetConsentGiven'
      ? { ...consent, status: 'decided', consents: latest(consent.consents, event.data) }
      : { ...consent, status: 'decided', freezes: latest(consent.freezes, event.data) },
};
