import { DevelopmentIssuer, entityId, readConfiguration } from '@zielwerk/platform';
import { mkdtempSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Running, startServices } from './process/run';
import { startHouse } from './services/house';
import { houseFolder, strategyFolder } from './services/parts';
import { startStrategyService } from './services/strategy';
import { until } from './services/until';

const goalId = entityId('mwu', 'goal', 'Z-1');
const goal = { reference: 'Z-1', title: 'Messwerte offen', theme: 'offene-daten', participants: ['mid'] };
const adoption = { goalId, lead: 'mwu', decisionNumber: '12/2026', decidedOn: '2026-01-12' };

/** The ports that this process connects to from here on; `fetch` and `http` go through the same method. */
const watchConnections = () => {
  // It only listens: each call goes through.
  const spy = jest.spyOn(Socket.prototype, 'connect');
  const ports = () => spy.mock.calls.map((call: readonly unknown[]) => portIn(call));
  return { ports, end: () => spy.mockRestore() };
};

/** Of the arguments of `connect`: options, also in a list of their own, or a port. NaN for a socket file. */
const portIn = (call: readonly unknown[]): number => {
  const [to] = call.flat();
  return Number(typeof to === 'object' && to !== null && 'port' in to ? to.port : to);
};

describe('no service ever calls another: each has a reader of the bus of its own, and no connection', () => {
  let data: string;
  let running: Running;
  let issuer: DevelopmentIssuer;
  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), 'zielwerk-calls-'));
    const configuration = readConfiguration({ ZIELWERK_DATA: data, ZIELWERK_PORT: '0', ZIELWERK_LOG_LEVEL: 'error' });
    issuer = await DevelopmentIssuer.open(join(data, 'issuer'));
    running = await startServices('test', configuration, async (parts) => ({
      services: [
        ...(await Promise.all(['stk', 'mwu', 'mid'].map((code) => startHouse(code, houseFolder(data, code), parts)))),
        await startStrategyService(strategyFolder(data), parts),
      ],
    }));
  });
  afterAll(async () => {
    await running.stop();
    rmSync(data, { recursive: true });
  });

  const appOf = (name: string) => {
    const service = running.services.find((each) => each.name === name);
    if (!service) throw new Error(`${name} does not run`);
    return service.app;
  };
  const send = async (ministry: string, role: string, path: string, payload: object): Promise<number> => {
    const token = await issuer.issue({ sub: 'someone', ministry, roles: [role] });
    const response = await appOf(ministry).inject({
      ...{ method: 'POST', url: `/api/ministries/${ministry}/${path}`, payload },
      headers: { authorization: `Bearer ${token}` },
    });
    return response.statusCode;
  };
  const stateOfGoal = async (): Promise<unknown> => {
    const response = await appOf('strategy').inject({ url: `/api/strategy/goals/${goalId}` });
    return response.json<{ state?: string }>().state;
  };

  it('while one drafts a goal on another’s theme, a third records its adoption and the statewide state shows it', async () => {
    const connections = watchConnections();
    try {
      await until(async () => (await send('mwu', 'editor', 'goals', goal)) === 201);
      await until(async () => (await send('stk', 'cabinet-office', 'adoptions', adoption)) === 201);
      await until(async () => (await stateOfGoal()) === 'adopted');
      expect(await stateOfGoal()).toBe('adopted');
      expect(connections.ports()).toEqual([]);

      // One that is made is seen.
      await fetch(`${running.url}/health/live`);
      expect(connections.ports()).toEqual([Number(new URL(running.url).port)]);
    } finally {
      connections.end();
    }
  });
});
