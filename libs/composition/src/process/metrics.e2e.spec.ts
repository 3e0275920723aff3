import { EventStore } from '@zielwerk/kernel';
import { DevelopmentIssuer, readConfiguration } from '@zielwerk/platform';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startHouse } from '../services/house';
import { houseFolder, strategyFolder } from '../services/parts';
import { startStrategyService } from '../services/strategy';
import { until } from '../services/until';
import { type Running, startServices } from './run';

describe('what operators are shown', () => {
  let data: string;
  let running: Running;
  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), 'zielwerk-metrics-'));
    const configuration = readConfiguration({
      ...{ ZIELWERK_DATA: data, ZIELWERK_PORT: '0', ZIELWERK_OPERATOR_PORT: '0', ZIELWERK_LOG_LEVEL: 'silent' },
    });
    running = await startServices('test', configuration, async (parts) => {
      const house = await startHouse('mf', houseFolder(data, 'mf'), parts);
      return { services: [house, await startStrategyService(strategyFolder(data), parts)] };
    });
  });
  afterAll(async () => {
    await running.stop();
    rmSync(data, { recursive: true });
  });

  const operator = (path: string) => fetch(`${running.operator}${path}`);
  const send = async (path: string, body: object | string, type = 'application/json') => {
    const issuer = await DevelopmentIssuer.open(join(data, 'issuer'));
    const token = await issuer.issue({ sub: 'somebody', ministry: 'mf', roles: ['editor'] });
    return fetch(`${running.url}/api/ministries/mf/${path}`, {
      method: 'POST',
      headers: { 'content-type': type, authorization: `Bearer ${token}` },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  };
  /** As another instance would: the house still believes that the stream stands where it was. */
  const changeBehindItsBack = async (stream: string): Promise<void> => {
    const store = running.services[0]?.app.get<EventStore>(EventStore);
    const [first] = (await store?.readStream(stream)) ?? [];
    if (!first) throw new Error(`${stream} is empty.`);
    const { wireType, data, meta } = first;
    await store?.append(stream, 0, [{ wireType, data, meta: { ...meta, id: randomUUID(), commandId: randomUUID() } }]);
  };
  const settled = () =>
    until(async () => (await Promise.all(running.services.map(({ isSettled }) => isSettled()))).every(Boolean));
  /** The figures by their line; those of Node itself left out. */
  const figures = async (): Promise<ReadonlyMap<string, number>> => {
    const text = await (await operator('/metrics')).text();
    const lines = text.split('\n').filter((line) => line.startsWith('zielwerk_'));
    return new Map(
      lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))] as const),
    );
  };

  it('counts commands, appends, conflicts and refusals by what happened, and routes by their template', async () => {
    const created = (await (await send('measures', { title: 'E-Akte' })).json()) as Readonly<{ stream: string }>;
    const id = created.stream.slice(created.stream.indexOf('-') + 1);
    await changeBehindItsBack(created.stream);
    expect((await send(`measures/${id}/plan`, { needsNoMoney: true })).status).toBe(201);
    expect((await send('measures', { title: 'Akte', occurredOn: '2999-01-01' })).status).toBe(422);
    expect((await send('measures', { title: 5 })).status).toBe(400);
    expect((await send(`measures/${id}/nowhere`, {})).status).toBe(404);
    await settled();

    const http = (route: string, status: number) =>
      `zielwerk_http_request_seconds_count{service="mf",method="POST",route="${route}",status="${status}"}`;
    const expected = {
      'zielwerk_append_seconds_count{service="mf"}': 3,
      'zielwerk_append_conflicts_total{service="mf"}': 1,
      'zielwerk_refusals_total{service="mf",code="in-the-future"}': 1,
      'zielwerk_refusals_total{service="mf",code="invalid-request"}': 1,
      'zielwerk_refusals_total{service="mf",code="not-found"}': 1,
      [http('/api/ministries/mf/measures', 201)]: 1,
      [http('/api/ministries/mf/measures', 422)]: 1,
      [http('/api/ministries/mf/measures', 400)]: 1,
      [http('none', 404)]: 1,
    };
    const shown = await figures();
    expect(Object.fromEntries(Object.keys(expected).map((line) => [line, shown.get(line)]))).toEqual(expected);
    expect([...shown.keys()].filter((line) => line.includes(id))).toEqual([]);
  });

  it('measures what one commit makes durable', async () => {
    const before = await figures();
    const commands = Array.from({ length: 8 }, (_, n) => ({ command: 'ProposeMeasure', data: { title: `Akte ${n}` } }));
    await send('commands', commands.map((each) => JSON.stringify(each)).join('\n'), 'application/x-ndjson');
    const shown = await figures();
    const more = (line: string) => (shown.get(line) ?? 0) - (before.get(line) ?? 0);
    const group = 'zielwerk_append_group_events';
    expect([more(`${group}_sum{service="mf"}`), more('zielwerk_append_seconds_count{service="mf"}')]).toEqual([8, 8]);
    expect(more(`${group}_count{service="mf"}`)).toBeLessThan(8);
  });

  it('shows lags, what is parked, engines and the disk of each service', async () => {
    await settled();
    const shown = await figures();
    expect(
      Object.fromEntries(
        [
          ...['relay_lag_events{service="mf"}', 'relay_lag_seconds{service="mf"}'],
          ...[
            'ingest_lag_events{service="strategy",ministry="mf"}',
            'ingest_lag_seconds{service="strategy",ministry="mi"}',
          ],
          ...['projection_lag_events{service="strategy",projection="measure"}'],
          ...['parked_events{service="strategy",projection="measure"}'],
          ...['held_messages{service="strategy"}', 'refused_messages{service="strategy"}'],
          ...['engine_up{service="mf",engine="event_store"}', 'engine_up{service="mf",engine="bus"}'],
          ...['engine_up{service="strategy",engine="read_model"}', 'engine_up{service="strategy",engine="bus"}'],
        ].map((line) => [line, shown.get(`zielwerk_${line}`)]),
      ),
    ).toEqual({
      ...{ 'relay_lag_events{service="mf"}': 0, 'relay_lag_seconds{service="mf"}': 0 },
      'ingest_lag_events{service="strategy",ministry="mf"}': 0,
      'ingest_lag_seconds{service="strategy",ministry="mi"}': 0,
      'projection_lag_events{service="strategy",projection="measure"}': 0,
      'parked_events{service="strategy",projection="measure"}': 0,
      ...{ 'held_messages{service="strategy"}': 0, 'refused_messages{service="strategy"}': 0 },
      ...{ 'engine_up{service="mf",engine="event_store"}': 1, 'engine_up{service="mf",engine="bus"}': 1 },
      ...{ 'engine_up{service="strategy",engine="read_model"}': 1, 'engine_up{service="strategy",engine="bus"}': 1 },
    });
    expect(shown.get('zielwerk_disk_free_bytes{service="strategy"}')).toBeGreaterThan(0);
    expect(await (await operator('/metrics')).text()).toContain('process_resident_memory_bytes ');
  });

  it('says that all is ready, and what it looked at', async () => {
    const response = await operator('/health/ready');
    expect([response.status, await response.json()]).toMatchObject([
      200,
      {
        ...{ status: 'up', phase: 'running' },
        services: {
          mf: { status: 'up', checks: { event_store: { up: true }, relay: { up: true, events: 0, seconds: 0 } } },
          strategy: { status: 'up', checks: { projections: { up: true, parked: 0, behind: 0 }, disk: { up: true } } },
        },
      },
    ]);
    expect(await (await operator('/health/live')).json()).toEqual({ status: 'up' });
  });

  it.each(['/metrics', '/parked', '/api/ministries/mf/metrics'])('%s is nowhere on the public port', async (path) => {
    expect((await fetch(running.url + path)).status).toBe(404);
  });
});
