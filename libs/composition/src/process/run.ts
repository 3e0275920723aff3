// The life of a process: configured, locked, started, and stopped by one signal handler.
import {
  type Configuration,
  listenForOperators,
  lockDataFolder,
  type OperatorPort,
  startTracing,
  type Tracing,
} from '@zielwerk/platform';
import { once } from 'node:events';

import { openParts, type Parts } from '../services/parts';
import type { Service } from '../services/service';
import { type Front, listen } from './http-front';

/** `operator`: where operators ask; null where they do not. */
export type Running = Readonly<{
  url: string;
  operator: string | null;
  parts: Parts;
  services: readonly Service[];
  stop: () => Promise<void>;
}>;

/** `first` stops what acts on several services, before the first of them stops. */
export type Opened = Readonly<{ services: readonly Service[]; first?: () => Promise<void> }>;

/**
 * Starts services in this process, behind one port. What fails on the way lets go of what was taken. `name` stands in the
 * logs. Throws InvalidConfiguration, DataFolderInUse, and whatever a service cannot start for.
 */
export const startServices = async (
  name: string,
  configuration: Configuration,
  open: (parts: Parts) => Promise<Opened>,
): Promise<Running> => {
  const lock = lockDataFolder(configuration.data);
  const undo: (() => Promise<void> | void)[] = [() => lock.release()];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const parts = await openParts(configuration, name);
    undo.push(() => parts.messaging.close());
    const tracing = await tracingOf(parts, name);
    undo.push(() => tracing?.stop());
    const operator = await operatorPortOf(parts);
    undo.push(() => operator?.close());
    const { services, first } = await open(parts);
    undo.push(() => Promise.all(services.map((service) => service.stop())).then(() => undefined));
    if (first) undo.push(first);
    const front: Front = await listen(services, configuration);
    undo.push(() => front.close());
    operator?.opened(services);
    const announced = () => {
      operator?.stopping();
      return stop();
    };
    return { url: front.url, operator: operator?.url ?? null, parts, services, stop: announced };
  } catch (error) {
    await stop();
    throw error;
  }
};

const tracingOf = async ({ configuration: { tracesUrl }, logger }: Parts, name: string): Promise<Tracing | null> =>
  tracesUrl === null
    ? null
    : startTracing(tracesUrl, name, (sentence) => {
        logger.warn(sentence);
      });

/** It listens before the services are open: a start that rebuilds rows takes its time, and shall be seen to live. */
const operatorPortOf = async ({ configuration, metrics }: Parts): Promise<OperatorPort | null> => {
  const { operatorPort: port, operatorHost: host } = configuration;
  return port === null || !metrics ? null : listenForOperators({ host, port }, metrics);
};

/** Says in one sentence why a process cannot start, and ends it. */
const refuse = (error: unknown): never => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
};

/** Whatever still hangs then is left alone: all that was acknowledged is durable. */
const STOPPED_WITHIN_MS = 9_500;

const giveUp = (): void => {
  process.stderr.write('The process did not stop in time and ends as it is; nothing that was acknowledged is lost.\n');
  process.exit(1);
};

/** Runs until Ctrl-C or SIGTERM, and then for ten seconds at most. `greeting` is the one line that is printed once everything answers. */
export const runUntilStopped = async (
  start: () => Promise<Running>,
  greeting: (running: Running) => string,
): Promise<void> => {
  const asked = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => asked.abort());
  asked.signal.addEventListener('abort', () => setTimeout(giveUp, STOPPED_WITHIN_MS).unref());
  try {
    const running = await start();
    if (!asked.signal.aborted) {
      process.stdout.write(`${greeting(running)}\n`);
      await once(asked.signal, 'abort');
    }
    await running.stop();
    process.exit(0);
  } catch (error) {
    refuse(error);
  }
};
