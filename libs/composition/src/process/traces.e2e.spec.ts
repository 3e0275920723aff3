import { toBusMessage } from '@zielwerk/contracts';
import { EventStore, topicOf } from '@zielwerk/kernel';
import { DevelopmentIssuer, readConfiguration } from '@zielwerk/platform';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startHouse } from '../services/house';
import { houseFolder, strategyFolder } from '../services/parts';
import { startStrategyService } from '../services/strategy';
import { until } from '../services/until';
import { type ReceivedSpan, startReceiver } from '../testing/otlp-receiver';
import { type Running, startServices } from './run';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const SENDER = '00f067aa0ba902b7';
const CANARY = 'Mustermann';

describe('a trace', () => {
  let data: string;
  let receiver: Awaited<ReturnType<typeof startReceiver>>;
  let running: Running;
  beforeEach(async () => {
    data = mkdtempSync(join(tmpdir(), 'zielwerk-traces-'));
    receiver = await startReceiver();
    const configuration = readConfiguration({
      ...{ ZIELWERK_DATA: data, ZIELWERK_PORT: '0', ZIELWERK_LOG_LEVEL: 'silent' },
      ZIELWERK_TRACES_URL: receiver.url,
    });
    running = await startServices('test', configuration, async (parts) => {
      const houses = await Promise.all(['mf', 'mid'].map((code) => startHouse(code, houseFolder(data, code), parts)));
      return { services: [...houses, await startStrategyService(strategyFolder(data), parts)] };
    });
  });
  afterEach(async () => {
    await running.stop();
    receiver.close();
    rmSync(data, { recursive: true });
  });

  const send = async (path: string, body: object, traceparent: string | null) => {
    const issuer = await DevelopmentIssuer.open(join(data, 'issuer'));
    const token = await issuer.issue({ sub: CANARY, ministry: 'mf', roles: ['editor'] });
    return fetch(`${running.url}/api/ministries/mf/${path}`, {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'application/json', authorization: `Bearer ${token}`, baggage: `who=${CANARY}` },
        ...(traceparent !== null && { traceparent }),
      },
      body: JSON.stringify(body),
    });
  };
  /** What was kept once all is read; stopping sends what is left. */
  const keptAfterwards = async (): Promise<readonly ReceivedSpan[]> => {
    await until(async () => {
      for (const { isSettled } of running.services) if (!(await isSettled())) return false;
      return true;
    });
    await running.stop();
    return receiver.spans;
  };
  /** The names from the outermost span down to each that has no child. */
  const paths = (spans: readonly ReceivedSpan[], traceId: string): readonly string[] => {
    const own = spans.filter((span) => span.traceId === traceId);
    const isLeaf = ({ spanId }: ReceivedSpan) => !own.some(({ parentSpanId }) => parentSpanId === spanId);
    const pathTo = (span: ReceivedSpan): string => {
      const parent = own.find(({ spanId }) => spanId === span.parentSpanId);
      return `${parent ? `${pathTo(parent)} > ` : ''}${span.name}`;
    };
    return own.filter(isLeaf).map(pathTo).sort();
  };

  it('joins request, command, append, publishing, ingest and projection', async () => {
    const response = await send('measures', { title: 'E-Akte' }, `00-${TRACE}-${SENDER}-01`);
    const { stream } = (await response.json()) as Readonly<{ stream: string }>;
    const store = running.services[0]?.app.get<EventStore>(EventStore);
    const [event] = (await store?.readStream(stream)) ?? [];
    const spans = await keptAfterwards();

    const appended = 'POST /api/ministries/mf/measures > ProposeMeasure > append';
    expect(paths(spans, TRACE)).toEqual([`${appended} > ingest > project`, `${appended} > publish`]);
    const named = (name: string) => spans.find((span) => span.traceId === TRACE && span.name === name);
    expect(named('POST /api/ministries/mf/measures')?.parentSpanId).toBe(SENDER);
    expect(event?.meta.traceparent).toBe(`00-${TRACE}-${named('append')?.spanId}-01`);
    expect(
      [...spans]
        .filter(({ traceId }) => traceId === TRACE)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual([1, 1, 1, 2, 4, 5]);
  });

  it('goes on in the house that reacts to another one’s fact', async () => {
    const [goalId, stream] = [randomUUID(), `stk.adoption-${randomUUID()}`];
    const { key, value, headers } = toBusMessage({
      ...{ position: 1, wireType: 'GoalAdoptionRecorded.v1' },
      data: { goalId, lead: 'mf', decisionNumber: '1', decidedOn: '2026-01-12' },
      meta: {
        ...{ id: randomUUID(), stream, revision: 0, occurredOn: '2026-01-12', recordedAt: '2026-01-13T08:00:00.000Z' },
        ...{ ministry: 'stk', function: null, correlationId: CANARY, actor: CANARY, commandId: 'c', commandHash: '' },
        traceparent: `00-${TRACE}-${SENDER}-01`,
      },
    });
    await running.parts.messaging.ensureTopics([topicOf('stk')]);
    await running.parts.messaging.publish(topicOf('stk'), [{ key, value, headers }]);
    const [house] = running.services;
    await until(async () => (await house?.vitals())?.known?.refusedByPolicies === 1);
    const spans = await keptAfterwards();
    expect(paths(spans, TRACE)).toEqual(['adopt-goal-when-adoption-recorded', 'ingest > project', 'publish']);
    const outermost = spans.filter(({ name }) => ['adopt-goal-when-adoption-recorded', 'ingest'].includes(name));
    expect(outermost.map(({ parentSpanId }) => parentSpanId)).toEqual([SENDER, SENDER]);
  });

  it('says which problem a request ended with, and nothing that somebody wrote', async () => {
    const refused = await send(
      `measures?who=${CANARY}`,
      { title: CANARY, occurredOn: '2999-01-01' },
      `00-${TRACE}-${SENDER}-01`,
    );
    expect(await refused.json()).toMatchObject({ status: 422, traceId: TRACE });
    await send('measures', { title: CANARY, description: CANARY }, null);
    const spans = await keptAfterwards();
    const attributes = (name: string) =>
      Object.fromEntries(
        (spans.find((span) => span.traceId === TRACE && span.name === name)?.attributes ?? []).map(
          ({ key, value }) => [key, Object.values(value)[0]] as const,
        ),
      );
    expect(attributes('POST /api/ministries/mf/measures')).toEqual({
      ...{ 'http.request.method': 'POST', 'http.route': '/api/ministries/mf/measures' },
      ...{ 'http.response.status_code': 422, 'zielwerk.problem': 'in-the-future', 'zielwerk.service': 'mf' },
    });
    expect(attributes('ProposeMeasure')).toEqual({ 'zielwerk.refusal': 'in-the-future' });
    expect(paths(spans, TRACE)).toEqual(['POST /api/ministries/mf/measures > ProposeMeasure']);
    expect(receiver.text()).not.toContain(CANARY);
    expect(new Set(spans.filter(({ name }) => name === 'append').map(({ traceId }) => traceId)).size).toBe(1);
  });

  it('that the sender does not keep is not kept here', async () => {
    await send('measures', { title: 'E-Akte' }, `00-${TRACE}-${SENDER}-00`);
    expect((await keptAfterwards()).filter(({ traceId }) => traceId === TRACE)).toEqual([]);
  });
});
