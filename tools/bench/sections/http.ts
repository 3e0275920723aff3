// One command a request, fifty connections, fifty tokens: checked, validated, decided, durable. The peer, plain Nest on
// Fastify, validates a body and stores nothing.
import { once } from 'node:events';
import { createServer } from 'node:net';

import { MEASURE, startHouse } from '../house';
import { requestsPerSecond, withTokens } from '../load';
import { sideBySide } from '../rounds';
import type { Run, Section } from '../run';
import { startService } from '../service';

const CONNECTIONS = 50;
const PEER_BODY = {
  ...{ goalId: 'goal-1', title: 'Erneuerbare Energien ausbauen', ministry: 'MI' },
  ...{ targetYear: 2030, targetValue: 100, unit: 'percent' },
};

export const http: Section = async (run) => {
  const house = await startHouse(run, 'http');
  const peer = await startPeer(run);
  const command = {
    ...{ url: `${house.url}/measures`, connections: CONNECTIONS },
    ...{ headers: withTokens(house.tokens, 'application/json'), body: JSON.stringify(MEASURE) },
  };
  const validated = peer && {
    ...{ url: `${peer.url}/goals`, connections: CONNECTIONS },
    ...{ headers: [{ 'content-type': 'application/json' }], body: JSON.stringify(PEER_BODY) },
  };
  const figures = await sideBySide(
    run.rounds,
    { name: 'HTTP command, 50 connections', unit: 'commands/s' },
    async () => {
      const rate = await requestsPerSecond(run, command);
      await house.rested();
      return rate;
    },
    [
      {
        name: 'Nest with ValidationPipe that stores nothing',
        measure: validated && (() => requestsPerSecond(run, validated)),
        reach: { times: 1 },
      },
    ],
  );
  await house.stop();
  await peer?.stop();
  return figures;
};

const startPeer = async ({ models, note }: Run) => {
  const file = models.fileOf('http/nest.mjs');
  if (file === undefined) return undefined;
  const port = await freePort();
  try {
    const { stop } = await startService([process.execPath, file], { PORT: String(port), MODE: 'cv' });
    return { url: `http://127.0.0.1:${port}`, stop };
  } catch (error) {
    models.missing('http/nest', error);
    note('What it needs beside our own packages is class-transformer.');
    return undefined;
  }
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
};
