// What goes wrong around a read model, and must not end more than it touches.
import { Unavailable } from '@zielwerk/kernel';
import { databaseForSpecs, describeWithPostgres } from '@zielwerk/postgres-server';
import { sql } from 'kysely';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

import { openReadModel } from '../open-read-model';
import type { ReadModel } from '../read-model';
import { added, delivered, history, jarEvents, jars, opened, sent, streamOf } from '../testing/jars';
import type { Tables } from '../testing/places';
import type { PostgresSettings } from './connections';

const a = streamOf('mi', 1);
const version = (number: number): typeof jars => ({ ...jars, version: number });

/** What lies between a process and its database. */
class Network {
  private readonly lines: { isDead: boolean }[] = [];

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async to(database: string): Promise<Network> {
    const url = new URL(database);
    const { hostname, port } = url;
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('It listens on a port.');
    url.host = `127.0.0.1:${address.port}`;
    const network = new Network(server, url.href);
    server.on('connection', (client) => network.join(client, connect(Number(port), hostname)));
    return network;
  }

  /** Those that were opened last say nothing any more, and do not end. */
  swallow(count: number): void {
    for (const line of this.lines.slice(-count)) line.isDead = true;
  }

  close(): void {
    this.server.close();
  }

  private join(client: Socket, server: Socket): void {
    const line = { isDead: false };
    this.lines.push(line);
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      from.on('data', (data) => line.isDead || to.write(data));
      from.on('error', () => undefined).on('close', () => to.destroy());
    }
  }
}

describeWithPostgres('a read model on PostgreSQL in trouble', () => {
  const database = databaseForSpecs();
  let schema = 0;
  const open: ReadModel<Tables>[] = [];
  beforeEach(() => (schema += 1));
  afterEach(async () => {
    for (const readModel of open.splice(0)) await readModel.close();
  });

  const another = async (projection = jars, more: Partial<PostgresSettings> = {}) => {
    const place = { url: database().url, schema: `trouble_${schema}`, lookMs: 50, ...more };
    const readModel = await openReadModel<Tables>({ database: place, projections: [projection], events: jarEvents });
    open.push(readModel);
    return readModel;
  };
  const coinsIn = (readModel: ReadModel<Tables>) =>
    readModel.snapshot((db) => db.selectFrom('jar').select('coins').execute());
  const becomesRunner = async (readModel: ReadModel<Tables>): Promise<boolean> => {
    for (const start = Date.now(); !readModel.isRunner && Date.now() - start < 10_000;) await pause(20);
    return readModel.isRunner;
  };
  const withCoins = async (more: Partial<PostgresSettings> = {}) => {
    const readModel = await another(jars, more);
    await readModel.ingest(delivered(history(a, opened('a'), added('a', 2))));
    await readModel.project();
    return readModel;
  };

  it('fails the answer whose connection breaks between two of its questions, and gives the next one', async () => {
    const readModel = await withCoins();
    const broken = readModel.snapshot(async (db) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
      await database().run(`select pg_terminate_backend(${String(rows[0]?.pid)})`);
      // The connection is told while nothing is asked.
      await pause(200);
      return db.selectFrom('jar').selectAll().execute();
    });
    await expect(broken).rejects.toThrow(Unavailable);
    expect(await coinsIn(readModel)).toEqual([{ coins: 2 }]);
  });

  it('gives up connections that a network swallows, and opens others', async () => {
    const network = await Network.to(database().url);
    const readModel = await withCoins({ url: network.url, queryMs: 200 });
    await Promise.all(Array.from({ length: 10 }, () => coinsIn(readModel)));
    network.swallow(10);
    const start = Date.now();
    const lost = await Promise.allSettled(Array.from({ length: 10 }, () => coinsIn(readModel)));
    expect(new Set(lost.map(({ status }) => status))).toEqual(new Set(['rejected']));
    // Once for each, not once more for the end of its transaction.
    expect(Date.now() - start).toBeLessThan(9_000);
    expect(await coinsIn(readModel)).toEqual([{ coins: 2 }]);
    network.close();
  });

  it('reads the log while all who read rows are slow', async () => {
    const readModel = await withCoins();
    await readModel.ingest(delivered([sent(a, 2, added('a', 3))], 2));
    const slow = Array.from({ length: 10 }, () => sql`select pg_sleep(3)`.execute(readModel.db));
    const asleep = () => database().run(`select from pg_stat_activity where query like 'select pg_sleep%'`);
    while ((await asleep()).length < 10) await pause(20);
    const projected = readModel.project().then(() => 'projected');
    expect(await Promise.race([projected, ...slow])).toBe('projected');
    await Promise.all(slow);
  });

  it('gives its turn to one release after the other', async () => {
    await withCoins();
    for (const number of [2, 3]) {
      const newer = await another(version(number));
      expect(await becomesRunner(newer)).toBe(true);
      expect(await coinsIn(newer)).toEqual([{ coins: 2 }]);
    }
  });
});
