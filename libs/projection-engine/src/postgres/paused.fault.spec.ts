// Two processes on one database, of which the one that writes is paused, and wakes up when the other one does.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { topicOf } from '@zielwerk/kernel';
import { databaseForSpecs, describeWithPostgres } from '@zielwerk/postgres-server';

import { openReadModel } from '../open-read-model';
import type { ReadModel } from '../read-model';
import { coinStream } from '../testing/coin-stream';
import { balances, jarEvents, jars } from '../testing/jars';

const ROUNDS = Math.min(10, Number(process.env.ZIELWERK_FAULT_ROUNDS ?? 1));
const EVENTS = 400;
const ROOT = join(__dirname, '../../../..');

const until = async (condition: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await condition())) await pause(20);
};

describeWithPostgres('a process that writes and is paused', () => {
  const database = databaseForSpecs();
  const outfile = join(ROOT, 'tmp/faults/runner.js');
  let child: ChildProcess | undefined;
  beforeAll(async () => {
    const { buildApp } = await import('../../../../tools/build/build-app.mjs');
    await buildApp({
      root: ROOT,
      entry: join(ROOT, 'libs/projection-engine/src/testing/runner.ts'),
      outfile,
      bundle: false,
    });
  });
  afterEach(() => child?.kill('SIGKILL'));

  const open = (schema: string): Promise<ReadModel> =>
    openReadModel({
      database: { url: database().url, schema, silenceMs: 1_000, lookMs: 50 },
      projections: [jars, balances],
      events: jarEvents,
    });
  /** Else this process would be the one that writes. */
  const hasBegun = async (schema: string): Promise<boolean> => {
    const [found] = await database().run(`select to_regclass('${schema}.topic') is not null as made`);
    return found?.made === true && (await database().run(`select from ${schema}.topic`)).length > 0;
  };
  const positionIn = async (readModel: ReadModel) => await readModel.startAt(topicOf('mi'));

  it.each(Array.from({ length: ROUNDS }, (_, round) => round))(
    'writes nothing any more when it wakes up, and no event is lost or counted twice: round %i',
    async (round) => {
      const schema = `paused_${round}`;
      child = spawn(process.execPath, [outfile, database().url, schema, `${EVENTS}`], { cwd: ROOT, stdio: 'inherit' });
      await until(() => hasBegun(schema));
      const readModel = await open(schema);
      await until(async () => (await positionIn(readModel)) > 20 + 7 * round);
      expect(readModel.isRunner).toBe(false);
      child.kill('SIGSTOP');
      await until(() => readModel.isRunner);
      const taken = await positionIn(readModel);
      child.kill('SIGCONT');
      // It is awake and tries.
      await pause(500);
      expect([readModel.isRunner, await positionIn(readModel)]).toEqual([true, taken]);
      for (let at = taken; at < EVENTS; at += 50) {
        await readModel.ingest(coinStream(EVENTS).slice(at, at + 50));
        await readModel.project();
      }
      expect(await readModel.health()).toMatchObject({ lastOrdinal: EVENTS, parked: 0, held: 0, refused: 0 });
      for await (const row of readModel.rows('jar')) expect(row.coins).toBe(EVENTS / 10 - 1);
      for await (const row of readModel.rows('balance')) expect(row.balance).toBe(EVENTS / 10 - 1);
      const sums = [await readModel.checksum('jar'), await readModel.checksum('balance')];
      await readModel.rebuild();
      expect([await readModel.checksum('jar'), await readModel.checksum('balance')]).toEqual(sums);
      await readModel.close();
    },
  );
});
