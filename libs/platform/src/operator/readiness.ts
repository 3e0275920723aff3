// What an operator, or a platform, is told of a service: whether it can do its work, and what should be looked at.
import type { Engine, Vitals } from './vitals';

/** Below it nothing durable may be promised any more: the service is down. */
const DISK_DOWN_BYTES = 64 * 1024 ** 2;
/** Below it somebody should look. */
const DISK_LOW_BYTES = 1024 ** 3;
/** A reader this far behind is worth a look. */
const LATE_SECONDS = 60;

/** `warning` asks for attention; it does not make a service unfit. */
export type Finding = Readonly<{ up: boolean; warning?: string } & Record<string, unknown>>;

export type Readiness = Readonly<{ status: 'up' | 'down'; checks: Readonly<Record<string, Finding>> }>;

const warned = (up: boolean, warning: string | false, more: Readonly<Record<string, unknown>> = {}): Finding => ({
  up,
  ...(warning !== false && { warning }),
  ...more,
});

const ENGINES: Readonly<Record<Engine, (up: boolean) => Finding>> = {
  event_store: (up) => warned(up, !up && 'The event store does not answer: no command is taken.'),
  // A house decides, and readers read, without it; what is published arrives later.
  bus: (up) => warned(true, !up && 'The bus does not answer: nothing is published or arrives.', { answers: up }),
  read_model: (up) => warned(up, !up && 'The read model does not answer: nothing can be read.'),
};

const CHECKS: Readonly<Record<string, (vitals: Vitals) => Finding | null>> = {
  relay: ({ relay }) => {
    if (!relay) return null;
    const { stuck, ...lag } = relay;
    if (stuck) return warned(false, 'An event cannot be read: nothing is published behind it.', lag);
    return warned(true, lag.seconds > LATE_SECONDS && 'What was recorded reaches the bus late.', lag);
  },
  knownFacts: ({ known }) => {
    if (!known) return null;
    const { complete, ...more } = known;
    return warned(complete, !complete && 'What other houses published is still being read.', more);
  },
  ingest: ({ ingest }) => {
    if (!ingest) return null;
    const late = Object.keys(ingest).filter((ministry) => (ingest[ministry]?.seconds ?? 0) > LATE_SECONDS);
    return warned(true, late.length > 0 && `Events of ${late.join(', ')} arrive late.`, { ministries: ingest });
  },
  projections: ({ projections }) => {
    if (!projections) return null;
    const all = Object.values(projections);
    const parked = all.reduce((sum, each) => sum + each.parked, 0);
    const behind = Math.max(0, ...all.map((each) => each.behind));
    return warned(true, parked > 0 && 'Events are parked; see zielwerk parked list.', { parked, behind });
  },
  messages: ({ messages }) => {
    if (!messages) return null;
    const { held, refused } = messages;
    return warned(true, held + refused > 0 && 'Messages of the bus are held back or refused.', messages);
  },
  disk: ({ diskFreeBytes: freeBytes }) => {
    if (freeBytes === undefined) return null;
    const up = freeBytes >= DISK_DOWN_BYTES;
    return warned(up, freeBytes < DISK_LOW_BYTES && 'The data folder is running out of space.', { freeBytes });
  },
};

/** Down when an engine without which the service cannot work does not answer, or when the disk is full. */
export const readinessOf = (vitals: Vitals): Readiness => {
  const engines = Object.entries(vitals.engines).map(
    ([engine, up]) => [engine, ENGINES[engine as Engine](up)] as const,
  );
  const others = Object.entries(CHECKS).map(([name, check]) => [name, check(vitals)] as const);
  const checks = Object.fromEntries(
    [...engines, ...others].filter((each): each is [string, Finding] => each[1] !== null),
  );
  return { status: Object.values(checks).every(({ up }) => up) ? 'up' : 'down', checks };
};
