// Events made durable one at a time in files, by 64 writers and by one.
import { SqliteEventStore } from '@zielwerk/event-store';
import type { NewEvent } from '@zielwerk/kernel';
import { SystemClock } from '@zielwerk/platform';
import { join } from 'node:path';

import { OwnColumns } from '../models/own-columns';
import type { Section } from '../run';
import { newEventOf, streamOf } from '../workload/goals';
import { appendedBy, modelStore, type OpenStore, readyOf } from './appending';

export const append: Section = async (run) => {
  const newEvents = readyOf<NewEvent>(newEventOf);
  const ours: OpenStore = (folder) => {
    const store = SqliteEventStore.open(join(folder, 'events.db'), new SystemClock());
    return {
      append: (goal, version) => store.append(streamOf(goal), version - 2, newEvents(goal, version)),
      close: () => store.close(),
    };
  };
  const columns: OpenStore = (folder) => {
    const model = new OwnColumns(folder);
    return {
      append: (goal, version) => model.append(streamOf(goal), version - 2, newEvents(goal, version)),
      close: () => model.close(),
    };
  };
  const reach = { times: 0.8 };
  const others = [
    { name: 'own-sqlite', open: modelStore(await run.models.load('own-sqlite')), reach },
    { name: 'own-sqlite with our columns', open: columns, reach },
  ];
  const by = (writers: number) => appendedBy(run, 'durable append', writers, { ours, others });
  return [...(await by(64)), ...(await by(1))];
};
