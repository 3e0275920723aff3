/** Refusals that end by themselves: once a fact has arrived over the bus, or the event store is back. */
const PASSING: readonly string[] = [
  'not-known-here-yet',
  'goal-not-adopted',
  'no-released-measure',
  'not-consented',
  'store-unavailable',
].map((code) => `/problems/${code}`);

type Answered =
  Readonly<{ status: 'accepted' }> | Readonly<{ status: 'rejected'; problem: Readonly<{ type: string }> }>;

export const isPassing = (answer: Answered): boolean =>
  answer.status === 'rejected' && PASSING.includes(answer.problem.type);
