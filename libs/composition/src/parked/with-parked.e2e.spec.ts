import { toBusMessage } from '@zielwerk/contracts';
import { topicOf } from '@zielwerk/kernel';
import { readConfiguration } from '@zielwerk/platform';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Running, startServices } from '../process/run';
import { strategyFolder } from '../services/parts';
import { startStrategyService } from '../services/strategy';
import { until } from '../services/until';
import { withParked } from './with-parked';

const measure = (id: string) => ({ measureId: id, reference: null, title: 'E-Akte', description: null });

describe('parked events, as an operator meets them', () => {
  let data: string;
  let running: Running | undefined;
  const configuration = () =>
    readConfiguration({
      ...{ ZIELWERK_DATA: data, ZIELWERK_PORT: '0', ZIELWERK_OPERATOR_PORT: '0', ZIELWERK_LOG_LEVEL: 'silent' },
    });
  const start = async () => {
    running = await startServices('test', configuration(), async (parts) => ({
      services: [await startStrategyService(strategyFolder(data), parts)],
    }));
    return running;
  };
  const stop = async () => {
    await running?.stop();
    running = undefined;
  };
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'zielwerk-parked-'));
  });
  afterEach(async () => {
    await stop();
    rmSync(data, { recursive: true });
  });

  /** A measure whose data nobody can read. */
  const poison = async ({ parts, services }: Running, value: string): Promise<string> => {
    const id = randomUUID();
    const stream = `mf.measure-${id}`;
    const message = toBusMessage({
      ...{ position: 1, wireType: 'MeasureProposed.v1', data: measure(id) },
      meta: {
        ...{ id: randomUUID(), stream, revision: 0, occurredOn: '2026-01-12', recordedAt: '2026-01-13T08:00:00.000Z' },
        ...{ ministry: 'mf', function: null, correlationId: 'c', actor: 'a', commandId: 'c', commandHash: '' },
      },
    });
    await parts.messaging.ensureTopics([topicOf('mf')]);
    await parts.messaging.publish(topicOf('mf'), [{ ...message, value }]);
    await until(async () => (await services[0]?.isSettled()) ?? false);
    return stream;
  };
  const listed = (url: string | null) => withParked(configuration(), url, (desk) => desk.list());

  it('are listed, shown and tried again at the operator port, and on the file once nothing runs', async () => {
    const state = await start();
    const stream = await poison(state, '{"title":');
    const entries = await listed(state.operator);
    expect(entries.find(({ projection }) => projection === 'measure')).toMatchObject({
      ...{ stream, revision: 0, type: 'MeasureProposed.v1', waitsFor: null },
      reason: 'Malformed: Data: The data is not JSON in UTF-8.',
    });
    const [first] = entries;
    const show = (url: string | null, id = first?.id ?? 0) => withParked(configuration(), url, (desk) => desk.show(id));
    expect(await show(state.operator)).toMatchObject({
      ...{ topic: 'zielwerk.mf.events', offset: 0, value: { text: '{"title":' } },
      headers: { ce_subject: stream, ce_type: 'MeasureProposed.v1' },
    });
    const requeue = (url: string | null) => withParked(configuration(), url, (desk) => desk.requeue(null));
    expect(await requeue(state.operator)).toEqual({ applied: 0, parked: entries.length });
    expect(await withParked(configuration(), state.operator, (desk) => desk.show(1_000_000))).toBeNull();
    await expect(withParked(configuration(), state.operator, (desk) => desk.requeue('nothing'))).rejects.toThrow(
      'There is no projection nothing; there are ',
    );

    const shown = await listed(state.operator);
    await stop();
    expect(await listed(null)).toEqual(shown);
    expect(await show(null, shown[0]?.id)).toMatchObject({ value: { text: '{"title":' } });
    expect(await requeue(null)).toEqual({ applied: 0, parked: entries.length });
  });

  it('says what is wrong where nobody answers, and where there is nothing', async () => {
    await expect(listed('http://127.0.0.1:1')).rejects.toThrow('No operator port answers at http://127.0.0.1:1:');
    await expect(listed(null)).rejects.toThrow(`ZIELWERK_DATA ${data} holds no rows of a state`);
  });

  it('shows bytes that are no text as base64', async () => {
    const state = await start();
    const bytes = Buffer.from([0xff, 0x00, 0x7b]);
    await poison(state, bytes as unknown as string);
    const [first] = await listed(state.operator);
    const shown = await withParked(configuration(), state.operator, (desk) => desk.show(first?.id ?? 0));
    expect(shown?.value).toEqual({ base64: bytes.toString('base64') });
  });
});
