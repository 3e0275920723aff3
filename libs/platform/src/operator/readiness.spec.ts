import { readinessOf } from './readiness';
import type { Vitals } from './vitals';

const GIB = 1024 ** 3;
const house: Vitals = {
  engines: { event_store: true, bus: true },
  relay: { events: 0, seconds: 0, stuck: false },
  known: { complete: true, topicsBehind: 0, refusedByPolicies: 0 },
  diskFreeBytes: 5 * GIB,
};
const strategy: Vitals = {
  engines: { read_model: true, bus: true },
  ingest: { mf: { events: 0, seconds: 0 } },
  projections: { goal: { behind: 0, parked: 0 } },
  messages: { held: 0, refused: 0 },
  diskFreeBytes: 5 * GIB,
};
const found = (vitals: Vitals) => {
  const { status, checks } = readinessOf(vitals);
  const noticed = Object.entries(checks).filter(([, { up, warning }]) => !up || warning !== undefined);
  return [status, ...noticed.map(([name]) => name)];
};

it.each([
  ['a house that is well', house, ['up']],
  ['the strategy service that is well', strategy, ['up']],
  ['an event store that is away', { ...house, engines: { event_store: false, bus: true } }, ['down', 'event_store']],
  ['a bus that is away', { ...house, engines: { event_store: true, bus: false } }, ['up', 'bus']],
  ['a read model that is away', { ...strategy, engines: { read_model: false, bus: true } }, ['down', 'read_model']],
  ['an event that cannot be read', { ...house, relay: { events: 9, seconds: 9, stuck: true } }, ['down', 'relay']],
  ['a relay that is late', { ...house, relay: { events: 9, seconds: 61, stuck: false } }, ['up', 'relay']],
  [
    'a house that does not know all yet',
    { ...house, known: { complete: false, topicsBehind: 2, refusedByPolicies: 0 } },
    ['down', 'knownFacts'],
  ],
  ['a house whose events arrive late', { ...strategy, ingest: { mf: { events: 1, seconds: 61 } } }, ['up', 'ingest']],
  ['parked events', { ...strategy, projections: { goal: { behind: 0, parked: 2 } } }, ['up', 'projections']],
  ['a message that is held', { ...strategy, messages: { held: 1, refused: 0 } }, ['up', 'messages']],
  ['a disk that is nearly full', { ...house, diskFreeBytes: GIB / 2 }, ['up', 'disk']],
  ['a disk that is full', { ...house, diskFreeBytes: GIB / 64 }, ['down', 'disk']],
] satisfies readonly (readonly [string, Vitals, readonly string[]])[])('%s', (_, vitals, expected) =>
  expect(found(vitals)).toEqual(expected),
);

it('tells what it looked at', () =>
  expect(
    readinessOf({ ...strategy, projections: { goal: { behind: 3, parked: 1 }, measure: { behind: 4, parked: 1 } } })
      .checks,
  ).toMatchObject({
    projections: { up: true, parked: 2, behind: 4, warning: 'Events are parked; see zielwerk parked list.' },
  }));
