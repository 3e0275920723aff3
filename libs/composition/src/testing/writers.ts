// Writers of all houses at once, who remember what they were told is durable.
import type { Acknowledged } from '@zielwerk/verification';
import { setMaxListeners } from 'node:events';

import type { TokenFor } from '../sending/send-commands';

type Written = Readonly<{ house: string; event: Acknowledged }>;

/** `refused` are answers other than 201; `lost` are requests that got none. */
export type Writing = Readonly<{ written: Written[]; refused: string[]; lost: { count: number } }>;

type Writer = Readonly<{ url: string; house: string; token: string; name: string; signal: AbortSignal }>;

const writeOnce = async ({ url, house, token, name, signal }: Writer, writing: Writing): Promise<void> => {
  const title = `Measure of ${name}`;
  const response = await fetch(`${url}/api/ministries/${house}/measures`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'idempotency-key': name },
    body: JSON.stringify({ title }),
    signal,
  });
  const answer = (await response.json()) as Readonly<{ stream: string; revision: number }>;
  if (response.status !== 201) {
    writing.refused.push(`${response.status} ${JSON.stringify(answer)}`);
    return;
  }
  const { stream, revision } = answer;
  const data = { measureId: stream.slice(stream.indexOf('-') + 1), reference: null, title, description: null };
  const event = { stream, revision, wireType: 'MeasureProposed.v1', data, meta: { commandId: name, ministry: house } };
  writing.written.push({ house, event });
};

/**
 * Each writer goes from house to house with one command after the other, until the signal; what they have been told is in
 * `writing` at once.
 */
export const startWriters = async (
  {
    url,
    tokenFor,
    houses,
    name,
  }: Readonly<{ url: string; tokenFor: TokenFor; houses: readonly string[]; name: string }>,
  writers: number,
  signal: AbortSignal,
): Promise<Readonly<{ writing: Writing; ended: Promise<void> }>> => {
  // A request that has ended listens until its garbage is collected: no leak, however fast writers are.
  setMaxListeners(0, signal);
  const writing: Writing = { written: [], refused: [], lost: { count: 0 } };
  const tokens = await Promise.all(houses.map((ministry) => tokenFor({ ministry, role: 'editor' })));
  const ended = Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let turn = 0; !signal.aborted; turn++)
        try {
          const place = (writer + turn) % houses.length;
          const [house = '', token = ''] = [houses[place], tokens[place]];
          await writeOnce({ url, house, token, name: `${name}-${writer}-${turn}`, signal }, writing);
        } catch {
          // The process is gone, or the time is up: what was not answered was not promised.
          writing.lost.count += 1;
          return;
        }
    }),
  );
  return { writing, ended: ended.then(() => undefined) };
};
