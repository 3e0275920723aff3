import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

import { ownServices, readCompose } from './testing/compose';
import { ROOT } from './testing/dockerfile';
import { METRICS, strangersIn } from './testing/metrics';

type Rule = Readonly<{
  alert: string;
  expr: string;
  labels: Readonly<{ severity: string }>;
  annotations: Readonly<{ summary: string; description: string; runbook_url: string }>;
}>;
type Panel = Readonly<{
  id: number;
  title: string;
  datasource: Readonly<{ uid: string }>;
  gridPos: Readonly<{ x: number; y: number; w: number; h: number }>;
  targets: readonly Readonly<{ expr: string }>[];
}>;

const text = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const { groups } = parse(text('deploy/prometheus/alerts.yml')) as { groups: readonly { rules: readonly Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);
const { panels } = JSON.parse(text('deploy/grafana/zielwerk.json')) as { panels: readonly Panel[] };
const expressions = panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));

describe('the alerts', () => {
  it.each(rules)('$alert uses what services show, and says what it is about', ({ expr, labels, annotations }) => {
    expect(strangersIn(expr)).toEqual([]);
    expect(['critical', 'warning']).toContain(labels.severity);
    expect(annotations.summary).toMatch(/[^.]$/u);
    expect(annotations.description).toMatch(/\.$/u);
  });

  it('have a section each in docs/operations.md, and no section is of none', () => {
    const [, sections = ''] = text('docs/operations.md').split('\n## Alerts\n');
    const titles = [...(sections.split('\n## ')[0] ?? '').matchAll(/^### (\w+)$/gmu)].map(([, title]) => title);
    expect(titles).toEqual(rules.map(({ alert }) => alert));
    const page = 'https://github.com/zielwerk/zielwerk/blob/main/docs/operations.md';
    expect(rules.map(({ annotations }) => annotations.runbook_url)).toEqual(
      rules.map(({ alert }) => `${page}#${alert.toLowerCase()}`),
    );
  });

  it('are of a job that scrapes every service of the compose file', () => {
    const { scrape_configs: jobs } = parse(text('deploy/prometheus/prometheus.yml')) as { scrape_configs: unknown };
    const targets = ownServices(readCompose('docker-compose.yml')).map(([name]) => `${name}:9464`);
    expect(jobs).toEqual([{ job_name: 'zielwerk', static_configs: [{ targets }] }]);
  });
});

describe('the dashboard', () => {
  it('shows what services show, of the Prometheus that is chosen', () => {
    expect(expressions.flatMap(strangersIn)).toEqual([]);
    expect(new Set(panels.map(({ datasource }) => datasource.uid))).toEqual(new Set(['${datasource}']));
  });

  it('leaves out no figure of the product', () => {
    const own = Object.keys(METRICS).filter((name) => name.startsWith('zielwerk_'));
    expect(own.filter((name) => !expressions.some((expression) => expression.includes(name)))).toEqual([]);
  });

  it('has panels that do not lie on each other', () => {
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)} ${y + Math.floor(cell / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  });
});

it.each(['zielwerk_relay_lag', 'rate(zielwerk_http_request_seconds_count{code="5"}[5m])', 'sum by (house) (up)'])(
  'a name that no service shows is found: %s',
  (expression) => expect(strangersIn(expression)).toHaveLength(1),
);
