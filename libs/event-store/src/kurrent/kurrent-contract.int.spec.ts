import type { Clock } from '@zielwerk/kernel';
import { type KurrentDouble, startKurrentDouble } from '@zielwerk/kurrent-double';
import { randomUUID } from 'node:crypto';
import { eventStoreContract } from '../event-store.contract';
import { KurrentEventStore } from './kurrent-event-store';

/** A store of its own on a server that all share: it begins empty, amid the events of others. */
const openOn = (url: string, clock: Clock) =>
  KurrentEventStore.open({ url, ministry: 'mwu', namespace: `${randomUUID()}/` }, clock);

describe('over the protocol double,', () => {
  let double: KurrentDouble;
  beforeAll(async () => {
    double = await startKurrentDouble();
  });
  afterAll(() => double.refuse());
  eventStoreContract('kurrent', (clock) => openOn(double.url, clock));
});

// No registry has a server: the suite is there for whoever has one.
const url = process.env.KURRENTDB_URL;
if (url === undefined) console.warn('The event store is not tried on a real KurrentDB: KURRENTDB_URL names none.');
else
  describe('on a real KurrentDB,', () => {
    eventStoreContract('kurrent', (clock) => openOn(url, clock));
  });
