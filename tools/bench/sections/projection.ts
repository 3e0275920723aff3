// A log of events made into rows, durable, from zero. The log is there already, as it is for the models and the peer.
import { toBusMessage } from '@zielwerk/contracts';
import { BEFORE_ALL, checksumOf, type ReceivedMessage, topicOf } from '@zielwerk/kernel';
import { openReadModel, type ReadModel } from '@zielwerk/projection-engine';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Figure } from '../figure';
import type { Model } from '../models';
import { perSecond, sideBySide } from '../rounds';
import { newFolder, type Run, type Section } from '../run';
import { goalEvents, goalsProjection } from '../workload/goals';
import { EVENTS, seededColumns, seededModel, seededStore } from './seeded';

const BATCH = 500;

const open = (file: string): Promise<ReadModel> =>
  openReadModel({ file, projections: [goalsProjection], events: goalEvents });

/** The events as they come from the bus. */
export const messages = async (run: Run): Promise<readonly ReceivedMessage[]> => {
  const store = await seededStore(run, 'projection-events');
  const events = await store.readAll(BEFORE_ALL, EVENTS);
  await store.close();
  return events.map((event, offset) => {
    const { key, value, headers } = toBusMessage(event, goalEvents);
    return { topic: topicOf('mwu'), offset, key, value: Buffer.from(value), headers };
  });
};

export const ingest = async (
  readModel: ReadModel,
  from: readonly ReceivedMessage[],
  projecting: boolean,
): Promise<void> => {
  for (let at = 0; at < from.length; at += BATCH) {
    await readModel.ingest(from.slice(at, at + BATCH));
    if (projecting) await readModel.project();
  }
};

/** Projects the log in a file of its own; answers the rate and leaves the rows' checksum. */
const projected = async (log: string, file: string): Promise<{ rate: number; sum: string }> => {
  copyFileSync(log, file);
  const readModel = await open(file);
  const rate = await perSecond(EVENTS, () => readModel.project());
  const sum = await readModel.checksum('goals');
  await readModel.close();
  return { rate, sum };
};

export const projection: Section = async (run) => {
  const folder = newFolder(run, 'projection');
  const arrived = await messages(run);
  const log = join(folder, 'log.db');
  const filled = await open(log);
  await ingest(filled, arrived, false);
  await filled.close();

  const columns = await seededColumns(run, 'projection-columns');
  const model = await seededModel(run, { name: 'own-sqlite' });
  let sum = '';
  const ours = async (round: number) => {
    const { rate, sum: mine } = await projected(log, join(folder, `projection-${round}.db`));
    sum = mine;
    return rate;
  };
  const figures = await sideBySide(
    run.rounds,
    { name: 'projection of 100k events into the read model', unit: 'events/s' },
    ours,
    [
      {
        name: 'own-sqlite',
        measure: model && (() => perSecond(EVENTS, () => model.project(EVENTS))),
        reach: { times: 0.5 },
      },
      {
        name: 'own-sqlite with our columns',
        measure: () => perSecond(EVENTS, () => columns.project()),
        reach: { times: 0.5 },
      },
    ],
  );
  await compareRows(run, model, sum);
  const peer = await peerRate(run);
  columns.close();
  await model?.close();
  return [...figures, beside(figures, peer), await ingesting(run, arrived)];
};

/** Both fold the same events: rows that differ would make the figures worthless. */
const compareRows = async (run: Run, model: Model | undefined, sum: string): Promise<void> => {
  if (model && checksumOf(await model.project(EVENTS)) !== sum)
    run.note('The rows of the read model are not those of own-sqlite: the figures of the projection are worthless.');
};

const PEER = 'emmett-sqlite-reuse';

/** Once: it takes more than a minute. */
const peerRate = async (run: Run): Promise<number | null> => {
  const peer = await seededModel(run, { name: PEER, together: 1 });
  if (!peer) return null;
  const rate = await perSecond(EVENTS, () => peer.project(EVENTS));
  await peer.close();
  return rate;
};

const beside = ([figure]: readonly Figure[], theirs: number | null): Figure => ({
  ...{ name: 'projection of 100k events into the read model', unit: 'events/s', ours: figure?.ours ?? NaN },
  ...{ against: PEER, theirs, reach: { times: 50 } },
});

/** What a message costs from the bus to the row, without the bus. */
const ingesting = async (run: Run, arrived: readonly ReceivedMessage[]): Promise<Figure> => {
  const readModel = await open(join(newFolder(run, 'ingest'), 'ingest.db'));
  const ours = await perSecond(arrived.length, () => ingest(readModel, arrived, true));
  await readModel.close();
  return { name: 'ingest and projection of 100k messages', unit: 'messages/s', ours };
};
