// All services of a state in this process, with a logger and a bus that can be read.
import { EventStore, type Messaging, NO_REVISION, type ReceivedMessage } from '@zielwerk/kernel';
import { EmbeddedMessaging } from '@zielwerk/messaging';
import { ClockOfDay, DevelopmentIssuer, jsonLogger, loadJurisdiction, readConfiguration } from '@zielwerk/platform';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

import { openAll } from '../../process/start-all-in-one';
import type { Opened } from '../../process/run';
import { DEFAULT_JURISDICTION, type Parts, topicsOf } from '../../services/parts';
import { until } from '../../services/until';
import type { Life } from './lives';

const TODAY = '2026-11-23';
const OCCURRED_ON = '2026-10-15';

export class CanaryState {
  private constructor(
    readonly parts: Parts,
    readonly issuer: DevelopmentIssuer,
    readonly logged: readonly string[],
    private readonly opened: Opened,
  ) {}

  /** In the folder, with a log of everything that is ever said. */
  static async open(data: string): Promise<CanaryState> {
    const logged: string[] = [];
    const configuration = readConfiguration({
      ZIELWERK_DATA: data,
      ZIELWERK_RATE_LIMIT: '1000000',
      ZIELWERK_LOG_LEVEL: 'trace',
    });
    const issuer = await DevelopmentIssuer.inMemory();
    const logger = jsonLogger('trace', 'canary', { write: (line) => logged.push(line) });
    const parts: Parts = {
      ...{ configuration, logger, tokens: issuer, clock: new ClockOfDay(TODAY), metrics: null },
      jurisdiction: await loadJurisdiction(DEFAULT_JURISDICTION),
      messaging: new EmbeddedMessaging(join(data, 'bus.sqlite'), (message) => {
        logger.warn(message);
      }),
    };
    return new CanaryState(parts, issuer, logged, await openAll(parts));
  }

  get services(): Opened['services'] {
    return this.opened.services;
  }

  /** Recorded by the house as if it had decided it; `actor` and `commandId` are what the house keeps beside it. */
  async record({ house, stream, events }: Life, actor: () => string): Promise<void> {
    const service = this.services.find(({ name }) => name === house);
    const kept = events.map(([wireType, data]) => ({
      ...{ wireType, data },
      meta: {
        ...{ id: randomUUID(), occurredOn: OCCURRED_ON, ministry: house, function: 'Referat 12' },
        ...{ correlationId: randomUUID(), actor: actor(), commandId: actor(), commandHash: '' },
      },
    }));
    await service?.app.get<EventStore>(EventStore).append(stream, NO_REVISION, kept);
  }

  /** Resolves when everybody has read what was recorded. */
  async settle(): Promise<void> {
    await until(async () => {
      for (const { isSettled } of this.services) if (!(await isSettled())) return false;
      return true;
    });
  }

  /** What stands on the bus, byte for byte. */
  async published(): Promise<readonly ReceivedMessage[]> {
    const { jurisdiction, messaging } = this.parts;
    const topics = topicsOf(jurisdiction);
    const ends = await Promise.all(topics.map((topic) => messaging.endOf(topic)));
    const total = ends.reduce((sum, end) => sum + end, 0);
    return collected(messaging, topics, total);
  }

  async close(): Promise<void> {
    await this.opened.first?.();
    await Promise.all(this.services.map((service) => service.stop()));
    await this.parts.messaging.close();
  }
}

const collected = async (
  messaging: Messaging,
  topics: readonly string[],
  total: number,
): Promise<readonly ReceivedMessage[]> => {
  const messages: ReceivedMessage[] = [];
  const handle = (some: readonly ReceivedMessage[]) => {
    messages.push(...some);
    return Promise.resolve();
  };
  const reading = await messaging.subscribe({ reader: 'canary', topics, startAt: () => Promise.resolve(0), handle });
  await until(() => Promise.resolve(messages.length >= total));
  await reading.stop();
  return messages;
};
