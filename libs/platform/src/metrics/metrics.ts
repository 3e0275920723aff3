// Every figure that a process shows, with the labels that keep services apart. Labels take few values: never an id.
import { given } from '@zielwerk/kernel';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

import type { Vitals } from '../operator/vitals';

const APPEND_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const GROUP_EVENTS = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024];
const HTTP_SECONDS = [0.005, 0.025, 0.1, 0.25, 1, 5];

/** An answered request. `route` is its template, such as `/api/strategy/goals/:id`. */
export type Answered = Readonly<{ method: string; route: string; status: number; seconds: number }>;

/** What one service counts. */
export type ServiceMetrics = Readonly<{
  /** An append is durable after so many seconds. */
  appended: (seconds: number) => void;
  /** So many events became durable together. */
  committed: (events: number) => void;
  /** Another writer was faster. */
  conflicted: () => void;
  /** A request, or a line of one, was answered with a problem of this code. */
  refused: (code: string) => void;
  answered: (request: Answered) => void;
  /** How much of the log a projection that is made anew has read, from 0 to 1. */
  rebuilding: (projection: string, ratio: number) => void;
}>;

const histograms = (registers: Registry[]) => ({
  append: new Histogram({
    ...{ name: 'zielwerk_append_seconds', help: 'Time until appended events are durable.', registers },
    ...{ labelNames: ['service'], buckets: APPEND_SECONDS },
  }),
  group: new Histogram({
    ...{ name: 'zielwerk_append_group_events', help: 'Events that became durable in one commit.', registers },
    ...{ labelNames: ['service'], buckets: GROUP_EVENTS },
  }),
  http: new Histogram({
    ...{ name: 'zielwerk_http_request_seconds', help: 'Time until a request is answered.', registers },
    ...{ labelNames: ['service', 'method', 'route', 'status'], buckets: HTTP_SECONDS },
  }),
});

const counters = (registers: Registry[]) => ({
  conflicts: new Counter({
    ...{ name: 'zielwerk_append_conflicts_total', help: 'Appends that found their stream changed.', registers },
    labelNames: ['service'],
  }),
  refusals: new Counter({
    ...{
      name: 'zielwerk_refusals_total',
      help: 'Requests, and lines of requests, answered with a problem.',
      registers,
    },
    labelNames: ['service', 'code'],
  }),
});

const gauges = (registers: Registry[]) => {
  const gauge = (name: string, help: string, ...labels: string[]) =>
    new Gauge({ name: `zielwerk_${name}`, help, labelNames: ['service', ...labels], registers });
  return {
    relayEvents: gauge('relay_lag_events', 'Events that are not on the bus yet, counted up to 1,000.'),
    relaySeconds: gauge('relay_lag_seconds', 'Age of the oldest event that is not on the bus yet.'),
    ingestEvents: gauge('ingest_lag_events', 'Messages on the bus that are not in the statewide log.', 'ministry'),
    ingestSeconds: gauge('ingest_lag_seconds', 'Time since the oldest of them was first seen on the bus.', 'ministry'),
    projectionEvents: gauge('projection_lag_events', 'Events of the log that are not in the rows.', 'projection'),
    parked: gauge('parked_events', 'Events that could not be applied, and those that wait for them.', 'projection'),
    held: gauge('held_messages', 'Messages that wait for an earlier one of their stream.'),
    refused: gauge('refused_messages', 'Messages of the bus without a place in the log.'),
    rebuild: gauge('rebuild_progress_ratio', 'Share of the log that a rebuild has read.', 'projection'),
    disk: gauge('disk_free_bytes', 'Free space where the data folder is.'),
    engine: gauge('engine_up', 'Whether an engine answers.', 'engine'),
  };
};

// The library declares only a part of it.
type Figure = Readonly<{ name: string; labelNames: readonly string[] }>;

export class Metrics {
  private readonly registry = new Registry();
  private readonly histograms = histograms([this.registry]);
  private readonly counters = counters([this.registry]);
  private readonly gauges = gauges([this.registry]);

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  readonly contentType = this.registry.contentType;

  /** In the text format of Prometheus. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  /** Every figure by its name, with its labels. */
  figures(): Readonly<Record<string, readonly string[]>> {
    const figures = this.registry.getMetricsAsArray() as unknown as readonly Figure[];
    return Object.fromEntries(figures.map(({ name, labelNames }) => [name, labelNames]));
  }

  /** `service`: the code of a house, or `strategy`. */
  of(service: string): ServiceMetrics {
    const { append, group, http } = this.histograms;
    const { conflicts, refusals } = this.counters;
    // Else the first conflict would not be seen as a rise.
    conflicts.inc({ service }, 0);
    return {
      appended: (seconds) => append.observe({ service }, seconds),
      committed: (events) => group.observe({ service }, events),
      conflicted: () => conflicts.inc({ service }),
      refused: (code) => refusals.inc({ service, code }),
      answered: ({ method, route, status, seconds }) => http.observe({ service, method, route, status }, seconds),
      rebuilding: (projection, ratio) => this.gauges.rebuild.set({ service, projection }, ratio),
    };
  }

  /** Shows what was found just now, by service; what could not be asked is not shown at all. */
  show(found: Readonly<Record<string, Vitals>>): void {
    for (const gauge of Object.values(this.gauges)) if (gauge !== this.gauges.rebuild) gauge.reset();
    for (const [service, vitals] of Object.entries(found))
      for (const [gauge, labels, value] of readings(this.gauges, vitals)) gauge.set({ service, ...labels }, value);
  }
}

type Reading = readonly [gauge: Gauge, labels: Readonly<Record<string, string>>, value: number];

const readings = (to: ReturnType<typeof gauges>, { relay, messages, ...vitals }: Vitals): readonly Reading[] => [
  ...Object.entries(vitals.engines).map(([engine, up]): Reading => [to.engine, { engine }, up ? 1 : 0]),
  ...Object.entries(vitals.ingest ?? {}).flatMap(([ministry, { events, seconds }]): readonly Reading[] => [
    [to.ingestEvents, { ministry }, events],
    [to.ingestSeconds, { ministry }, seconds],
  ]),
  ...Object.entries(vitals.projections ?? {}).flatMap(([projection, { behind, parked }]): readonly Reading[] => [
    [to.projectionEvents, { projection }, behind],
    [to.parked, { projection }, parked],
  ]),
  ...given(relay, ({ events, seconds }): readonly Reading[] => [
    [to.relayEvents, {}, events],
    [to.relaySeconds, {}, seconds],
  ]).flat(),
  ...given(messages, ({ held, refused }): readonly Reading[] => [
    [to.held, {}, held],
    [to.refused, {}, refused],
  ]).flat(),
  ...given(vitals.diskFreeBytes, (free): Reading => [to.disk, {}, free]),
];
