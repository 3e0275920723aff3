import type { BudgetConsentGiven } from '@zielwerk/contracts';
import { type Rejection, sameData } from '@zielwerk/kernel';
import { type Facts, notKnownHereYet } from '@zielwerk/platform';

type OfLine = Pick<BudgetConsentGiven, 'measureId' | 'lead' | 'line'>;

/** What is said about a budget line, with what the measure's lead plans there; a refusal while that is not known. */
export const againstPlan = <Said extends OfLine>(
  said: Said,
  { known }: Facts,
): Readonly<{ said: Said; plannedCents: number }> | Rejection => {
  const { measureId, lead, line } = said;
  const planned = known.measures.budgetOf(measureId, lead).find((each) => sameData(each.line, line));
  return planned
    ? { said, plannedCents: planned.plannedCents }
    : notKnownHereYet(`A measure ${measureId} that ${lead} leads and plans money for on that line`);
};
