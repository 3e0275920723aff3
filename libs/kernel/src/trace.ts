import type { CalendarDate, FactMeta } from './message';

/** What a row keeps of the last event that changed it: with it, every figure can be followed to its events. */
export type Trace = Readonly<{ stream: string; revision: number; occurred_on: CalendarDate; recorded_at: string }>;

export const traceColumns = {
  stream: 'text',
  revision: 'integer',
  occurred_on: 'text',
  recorded_at: 'text',
} as const satisfies Readonly<Record<keyof Trace, string>>;

export const traceOf = ({ stream, revision, occurredOn, recordedAt }: FactMeta): Trace => ({
  stream,
  revision,
  occurred_on: occurredOn,
  recorded_at: recordedAt,
});
