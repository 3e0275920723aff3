// Logs are JSON, a line each, on the standard error output. Nothing that a person sent is written into them.
import type { LoggerService } from '@nestjs/common';
import { destination, type Level, pino } from 'pino';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Who tells at the start, line by line, what a service is made of: that is for those who debug. */
const AT_START = new Set<unknown>([
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
]);

/** `traceId` of a message is kept as a field: it is what a problem names, so that one finds the other. */
export type JsonLogger = LoggerService & Readonly<{ flush: () => void }>;

export const jsonLogger = (
  level: LogLevel,
  service: string,
  write: { write(line: string): void } = destination({ fd: 2, sync: true }),
): JsonLogger => {
  const log = pino({ level, base: { service }, timestamp: () => `,"time":"${new Date().toISOString()}"` }, write);
  const at =
    (name: Level) =>
    (message: unknown, ...more: readonly unknown[]) => {
      const context = more.at(-1);
      log[name](fieldsOf(message, typeof context === 'string' ? context : undefined));
    };
  return {
    fatal: at('fatal'),
    error: at('error'),
    warn: at('warn'),
    log: (message: unknown, ...more: readonly unknown[]) =>
      at(more.some((one) => AT_START.has(one)) ? 'debug' : 'info')(message, ...more),
    debug: at('debug'),
    verbose: at('trace'),
    flush: () => log.flush(),
  };
};

const fieldsOf = (message: unknown, context: string | undefined): object => {
  const from = context === undefined ? {} : { context };
  if (message instanceof Error) return { ...from, msg: message.stack ?? message.message };
  return typeof message === 'object' && message !== null ? { ...from, ...message } : { ...from, msg: String(message) };
};
