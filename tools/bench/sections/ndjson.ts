// Many commands a request beside one command a request, to the same service.
import { MEASURE, startHouse } from '../house';
import { requestsPerSecond, withTokens } from '../load';
import { sideBySide } from '../rounds';
import type { Section } from '../run';

const LINES = 500;
const CONNECTIONS = 4;
const SINGLE_CONNECTIONS = 50;

export const ndjson: Section = async (run) => {
  const house = await startHouse(run, 'ndjson');
  const line = `${JSON.stringify({ command: 'ProposeMeasure', data: MEASURE })}\n`;
  const batch = {
    ...{ url: `${house.url}/commands`, connections: CONNECTIONS, body: line.repeat(LINES) },
    headers: withTokens(house.tokens, 'application/x-ndjson'),
  };
  const single = {
    ...{ url: `${house.url}/measures`, connections: SINGLE_CONNECTIONS, body: JSON.stringify(MEASURE) },
    headers: withTokens(house.tokens, 'application/json'),
  };
  const resting = async (rate: Promise<number>) => {
    const measured = await rate;
    await house.rested();
    return measured;
  };
  const figures = await sideBySide(
    run.rounds,
    { name: `NDJSON commands, ${LINES} a request`, unit: 'commands/s' },
    async () => LINES * (await resting(requestsPerSecond(run, batch))),
    [
      {
        name: 'our own HTTP command',
        measure: () => resting(requestsPerSecond(run, single)),
        reach: { times: 5 },
      },
    ],
  );
  await house.stop();
  return figures;
};
