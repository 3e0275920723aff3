import { describeWithKafka } from '@zielwerk/spec-engines';
import { setTimeout as sleep } from 'node:timers/promises';

import { MemoryCheckpoints } from '@zielwerk/event-store/testing';

import { brokerForSpecs, clusterForSpecs } from './testing/broker';
import { kept, storedIn } from './testing/goal-events';
import { HouseOnKafka } from './testing/house-on-kafka';

/** Short in the quick form, and a minute in the full one. */
const AWAY_MS = Number(process.env.ZIELWERK_BROKER_AWAY ?? 8) * 1_000;
const FULL = AWAY_MS >= 60_000;
const BACK_MS = 60_000;
const CLOSE_MS = 10_000;

jest.setTimeout(AWAY_MS + BACK_MS + 60_000);

/** As if the process had died after publishing: where it was is not saved. */
class DyingCheckpoints extends MemoryCheckpoints {
  private deaths = 1;

  override save(reader: string, position: number): Promise<void> {
    return this.deaths-- > 0 ? Promise.reject(new Error('Killed.')) : super.save(reader, position);
  }
}

let house: HouseOnKafka;
afterEach(() => house.close());

describeWithKafka('a house on a single broker', () => {
  const broker = brokerForSpecs();
  const names = ['ha', 'hb', 'hc', 'hd', 'he'];

  beforeEach(async () => {
    house = new HouseOnKafka(names.shift() ?? 'hz', broker().brokers);
    await house.read();
  });

  it.each([
    ['stopped', () => broker().stop()],
    ['killed', () => broker().kill()],
  ])('goes on while it is %s, and all is on the bus soon after it is back', async (_, end) => {
    const relay = house.startRelay();
    await house.write();
    await house.arrival();
    const rounds = await house.writeDuring(async () => {
      await sleep(500);
      await end();
      const before = house.inbox.messages.length;
      await sleep(AWAY_MS);
      expect(house.inbox.messages.length).toBe(before);
      expect(await relay.lag()).toBeGreaterThan(0);
      await broker().restart();
    });
    expect(rounds).toBeGreaterThan(AWAY_MS / 200);
    expect(await house.arrival()).toBeLessThan(BACK_MS);
    expect([await relay.lag(), relay.trouble()]).toEqual([0, undefined]);
    expect(await house.messaging.endOf(house.topic)).toBe(house.inbox.messages.length);
  });

  it('loses nothing when it comes and goes', async () => {
    house.startRelay();
    await house.writeDuring(async () => {
      for (const pause of [300, 700, 100]) {
        await broker().kill();
        await sleep(pause);
        await broker().restart();
        await sleep(pause);
      }
    });
    expect(await house.arrival()).toBeLessThan(BACK_MS);
  });

  it('only repeats when its relay is killed between publishing and saving', async () => {
    const checkpoints = new DyingCheckpoints();
    await house.write(5);
    const killed = house.startRelay(checkpoints);
    await house.arrival();
    await killed.stop();
    await house.write(5);
    house.startRelay(checkpoints);
    await house.arrival();
    expect(house.inbox.messages.length).toBe(100 + 200);
    expect(kept(house.inbox.messages)).toEqual(await storedIn(house.store));
  });

  it('starts before it', async () => {
    await broker().stop();
    house.startRelay();
    await house.write(2);
    await sleep(1_000);
    await broker().restart();
    expect(await house.arrival()).toBeLessThan(BACK_MS);
  });
});

describeWithKafka('a house whose broker does not come back', () => {
  const broker = brokerForSpecs();

  it('can be closed all the same, soon', async () => {
    house = new HouseOnKafka('hx', broker().brokers);
    await house.read();
    house.startRelay();
    await house.write();
    await house.arrival();
    await broker().kill();
    await house.write();
    await sleep(1_000);
    const since = Date.now();
    await house.close();
    expect(Date.now() - since).toBeLessThan(CLOSE_MS);
  });
});

describeWithKafka('a house on three brokers', () => {
  const cluster = clusterForSpecs();

  it.each(FULL ? [0, 1, 2] : [1])('goes on while number %i is killed, and when it is back', async (number) => {
    const node = cluster().nodes[number];
    house = new HouseOnKafka(`k${'abc'.charAt(number)}`, cluster().brokers);
    await house.read();
    house.startRelay();
    await house.write();
    await house.arrival();
    await house.writeDuring(async () => {
      await node?.kill();
      await sleep(AWAY_MS);
      expect(await house.arrival()).toBeLessThan(BACK_MS);
      await node?.restart();
    });
    expect(await house.arrival()).toBeLessThan(BACK_MS);
  });
});
