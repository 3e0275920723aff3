// What a house has recorded, as tables of a bundle: from its own log, as no house asks another one.
import { RecordedRows, type WrittenTables, writtenTables } from '@zielwerk/bundle';
import { allEvents } from '@zielwerk/contracts';
import { BEFORE_ALL, type EventStore, type StoredEvent } from '@zielwerk/kernel';
import { setImmediate as others } from 'node:timers/promises';

import type { KnownThings } from './known-things';

const PAGE = 1_000;

/** Reads the whole log, with time for everybody else in between. Throws CorruptEvent. */
export const ownTables = async (code: string, store: EventStore, things: KnownThings): Promise<WrittenTables> => {
  const rows = new RecordedRows();
  for (let page = await store.readAll(BEFORE_ALL, PAGE); page.length > 0;) {
    for (const { wireType, data, meta } of page) {
      const event = allEvents.decode(wireType, data);
      if (event) rows.add({ ...event, meta });
    }
    await others();
    page = await store.readAll(lastOf(page), PAGE);
  }
  return writtenTables([...rows.all(), ...things.ofOthers(code)]);
};

const lastOf = (page: readonly StoredEvent[]): number => page.at(-1)?.position ?? BEFORE_ALL;
