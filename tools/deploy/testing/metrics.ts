// What a service shows on its operator port, by name with its labels beside those that Prometheus adds.
export const METRICS = {
  zielwerk_append_seconds: ['service'],
  zielwerk_append_group_events: ['service'],
  zielwerk_append_conflicts_total: ['service'],
  zielwerk_refusals_total: ['service', 'code'],
  zielwerk_http_request_seconds: ['service', 'method', 'route', 'status'],
  zielwerk_relay_lag_events: ['service'],
  zielwerk_relay_lag_seconds: ['service'],
  zielwerk_ingest_lag_events: ['service', 'ministry'],
  zielwerk_ingest_lag_seconds: ['service', 'ministry'],
  zielwerk_projection_lag_events: ['service', 'projection'],
  zielwerk_parked_events: ['service', 'projection'],
  zielwerk_held_messages: ['service'],
  zielwerk_refused_messages: ['service'],
  zielwerk_rebuild_progress_ratio: ['service', 'projection'],
  zielwerk_disk_free_bytes: ['service'],
  zielwerk_engine_up: ['service', 'engine'],
  process_cpu_seconds_total: [],
  process_resident_memory_bytes: [],
  process_start_time_seconds: [],
  nodejs_eventloop_lag_p99_seconds: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Made by Prometheus itself. */
const OF_PROMETHEUS = ['up'];
const ADDED_LABELS = ['job', 'instance', 'le'];
const HISTOGRAM_PARTS = /_(?:bucket|count|sum)$/u;

type Used = Readonly<{ metrics: readonly string[]; labels: readonly string[] }>;

/** The metrics and labels in a PromQL expression. */
const usedIn = (expression: string): Used => {
  const bare = expression.replaceAll(/"[^"]*"/gu, '""');
  const grouped = [...bare.matchAll(/\bby\s*\(([^)]*)\)/gu)].flatMap(([, list = '']) => list.split(/\s*,\s*/u));
  const matched = [...bare.matchAll(/([a-z_]+)\s*(?:=~|!=|=)\s*""/gu)].map(([, name = '']) => name);
  return {
    metrics: [...bare.matchAll(/\b(?:up|(?:zielwerk|process|nodejs)_\w+)\b/gu)].map(([name]) => name),
    labels: [...grouped, ...matched],
  };
};

/** What an expression names that no service shows. */
export const strangersIn = (expression: string): readonly string[] => {
  const { metrics, labels } = usedIn(expression);
  const shown: Readonly<Record<string, readonly string[]>> = METRICS;
  const known = metrics.map((metric) => shown[metric] ?? shown[metric.replace(HISTOGRAM_PARTS, '')]);
  const allowed = [...ADDED_LABELS, ...known.flatMap((its) => its ?? [])];
  return [
    ...metrics.filter((metric, index) => !OF_PROMETHEUS.includes(metric) && !known[index]),
    ...labels.filter((label) => !allowed.includes(label)),
  ];
};
