import { type EventStore, stoppedClock } from '@zielwerk/kernel';
import { type KurrentDouble, startKurrentDouble } from '@zielwerk/kurrent-double';
import type { KurrentSettings } from '../kurrent/connection';
import { KurrentEventStore } from '../kurrent/kurrent-event-store';

type Tuned = Partial<KurrentSettings>;
type House = { readonly double: KurrentDouble; readonly open: (settings?: Tuned) => Promise<EventStore> };

/** For each test of a file a server's double, and stores on it, which send an append twice at most; both are gone after it. */
export const kurrentHouse = (): House => {
  let current: KurrentDouble | undefined;
  let stores: EventStore[] = [];
  const double = (): KurrentDouble => {
    if (!current) throw new Error('The double has not been started.');
    return current;
  };
  beforeEach(async () => {
    current = await startKurrentDouble();
  });
  afterEach(async () => {
    await Promise.all(stores.map((store) => store.close()));
    stores = [];
    double().refuse();
  });
  return {
    get double() {
      return double();
    },
    open: async (settings = {}) => {
      const house = { url: double().url, ministry: 'mwu', timeout: 20_000, attempts: 2, ...settings };
      const store = await KurrentEventStore.open(house, stoppedClock('2026-11-23T22:59:00.000Z'));
      stores.push(store);
      return store;
    },
  };
};

/** Resolves once something is so, looked at again and again. */
export const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
};
