// What a service shows on its operator port, by name with its labels beside those that Prometheus adds.
import { Metrics } from '@zielwerk/platform';

export const METRICS = new Metrics().figures();

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
  const known = metrics.map((metric) => METRICS[metric] ?? METRICS[metric.replace(HISTOGRAM_PARTS, '')]);
  const allowed = [...ADDED_LABELS, ...known.flatMap((its) => its ?? [])];
  return [
    ...metrics.filter((metric, index) => !OF_PROMETHEUS.includes(metric) && !known[index]),
    ...labels.filter((label) => !allowed.includes(label)),
  ];
};
