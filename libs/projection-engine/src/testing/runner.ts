// A process that keeps a read model of jars up to date as long as it is the one to: `node <this> <url> <schema> <events>`.
import 'reflect-metadata';

import { topicOf } from '@zielwerk/kernel';
import { setTimeout as pause } from 'node:timers/promises';

import { openReadModel } from '../open-read-model';
import { coinStream } from './coin-stream';
import { balances, jarEvents, jars } from './jars';

const main = async ([url = '', schema = '', events = '0']: readonly string[]): Promise<void> => {
  const messages = coinStream(Number(events));
  const readModel = await openReadModel({
    database: { url, schema, silenceMs: 1_000, lookMs: 50 },
    projections: [jars, balances],
    events: jarEvents,
  });
  for (;;) {
    try {
      const next = await readModel.startAt(topicOf('mi'));
      await readModel.ingest(messages.slice(next, next + 3));
      await readModel.project();
    } catch {
      // Somebody else writes, or the connection is lost: it tries again.
    }
    await pause(2);
  }
};

void main(process.argv.slice(2));
