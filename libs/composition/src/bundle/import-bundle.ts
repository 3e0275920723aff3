// Takes a bundle into a running system: everything is checked first, then sent over the public interface of the houses.
import { type Fault, faultIn, type Order, planOf, readTables, type Table, type Vanished } from '@zielwerk/bundle';
import type { CalendarDate } from '@zielwerk/kernel';
import { type Capacity, faultsOfOrder, jurisdictionFaults, sentOrder } from '@zielwerk/ministry';
import { entityId, type Jurisdiction } from '@zielwerk/platform';

import { type Answered, sendCommands } from '../sending/send-commands';
import { arrivals } from './decisions-arrive';
import { recordedTables } from './recorded-tables';

/** Undefined when there is no token for that capacity. */
export type Tokens = (capacity: Capacity) => Promise<string | undefined>;
export type Target = Readonly<{
  url: string;
  jurisdiction: Pick<Jurisdiction, 'ministries' | 'offices'> & Partial<Pick<Jurisdiction, 'themes'>>;
  tokens: Tokens;
  /** For reading what is recorded. */
  readingToken: string;
}>;

export type Imported = Readonly<{
  rows: number;
  /** Commands that were sent, or would be. */
  commands: number;
  /** Before anything was sent when `sent` is false; else refusals of houses. */
  faults: readonly Fault[];
  sent: boolean;
  vanished: readonly Vanished[];
}>;
export type Options = Readonly<{
  dryRun?: boolean;
  /** What happened after that day is left out. */
  until?: CalendarDate;
  progress?: (done: number, all: number) => void;
  /** How long, in ms, to wait for facts that have to arrive from another house; else as long as a busy state may take. */
  patienceMs?: number | undefined;
}>;

const capacityOf = ({ house, by, unit }: Order): Capacity => ({
  ministry: house,
  role: by,
  ...(unit !== undefined && { unit }),
});

const missingTokens = async (orders: readonly Order[], tokens: Tokens): Promise<readonly Fault[]> => {
  const first = new Map<string, Order>();
  for (const order of orders) {
    const key = JSON.stringify(capacityOf(order));
    if (!first.has(key)) first.set(key, order);
  }
  const faults: Fault[] = [];
  for (const order of first.values())
    if ((await tokens(capacityOf(order))) === undefined) {
      const unit = order.unit === undefined ? '' : ` in unit ${order.unit}`;
      faults.push(faultIn(order.row, null, `there is no token for ${order.by} of ${order.house}${unit}`));
    }
  return faults;
};

const refusalIn = (order: Order | undefined, { answer }: Answered): readonly Fault[] => {
  if (!order || answer.status === 'accepted') return [];
  const { detail, type } = answer.problem;
  return [faultIn(order.row, null, `${order.command} was refused by ${order.house}: ${detail ?? type}`)];
};

type Sending = Readonly<{ target: Target; progress: (done: number) => void; patienceMs: number | undefined }>;

const sendWaves = async (
  waves: readonly (readonly Order[])[],
  { target, progress, patienceMs }: Sending,
): Promise<readonly Fault[]> => {
  const revisions = new Map<string, number>();
  const tokenFor = async (capacity: Capacity) => (await target.tokens(capacity)) ?? '';
  const faults: Fault[] = [];
  const arrived = arrivals(target, patienceMs);
  let done = 0;
  for (const wave of waves) {
    const commands = wave.map((order) => sentOrder(order, (name) => revisions.get(name) ?? 0));
    const orders = new Map(wave.map((order, index) => [commands[index]?.line.commandId, order]));
    for (const answered of await sendCommands(target.url, tokenFor, commands, patienceMs)) {
      const order = orders.get(answered.sent.line.commandId);
      faults.push(...refusalIn(order, answered));
      if (order && answered.answer.status === 'accepted') revisions.set(order.name, answered.answer.revision);
    }
    await arrived(wave);
    done += wave.length;
    progress(done);
  }
  return faults;
};

const byPlace = (one: Fault, other: Fault): number =>
  one.file < other.file ? -1 : one.file > other.file ? 1 : (one.row ?? 0) - (other.row ?? 0);

/** Sends nothing when anything is wrong. Throws when a house or the strategy service does not answer. */
export const importBundle = async (
  tables: readonly Table[],
  target: Target,
  options: Options = {},
): Promise<Imported> => {
  const { rows, faults: misread } = readTables(tables);
  const none = { rows: rows.length, commands: 0, sent: false, vanished: [] };
  if (misread.length > 0) return { ...none, faults: [...misread].sort(byPlace) };

  const recorded = await recordedTables(target.url, target.readingToken);
  const { jurisdiction, tokens } = target;
  const plan = planOf(rows, { recorded, offices: jurisdiction.offices, idOf: entityId });
  const { until = '9999-12-31' } = options;
  const waves = plan.waves.map((wave) => wave.filter(({ on = '' }) => on <= until));
  const orders = waves.flat();
  const faults = [
    ...plan.faults,
    ...jurisdictionFaults(rows, recorded, jurisdiction),
    ...orders.flatMap(faultsOfOrder),
    ...(await missingTokens(orders, tokens)),
  ];
  const planned = { ...none, commands: orders.length, vanished: plan.vanished };
  if (faults.length > 0 || options.dryRun) return { ...planned, faults: faults.sort(byPlace) };

  const progress = (done: number): void => options.progress?.(done, orders.length);
  const refused = await sendWaves(waves, { target, progress, patienceMs: options.patienceMs });
  return { ...planned, sent: true, faults: [...refused].sort(byPlace) };
};
