import { describeWithKafka } from '@zielwerk/spec-engines';
import type { Broker } from '../../../tools/kafka/broker.mjs';
import type { Release } from '../../../tools/releases/previous-release.mjs';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { MixedState, STRATEGY } from './testing/mixed-state';
import { RICH } from './testing/rich-state';
import { filesOf, HOUSES, rowsOf } from './testing/small-bundles';
import { startWriters, type Writing } from './testing/writers';
import { byHouse } from './testing/written';

const ROOT = join(__dirname, '../../..');
const PROJECTS = ['ministry-any', 'strategy-service'];
// What both releases have commands for.
const BUNDLE = filesOf(rowsOf({ ...RICH, late: false }));

/** The newest versions that a release reads, as an operator names them before others write them: `ObservationReported=2`. */
const versionsReadBy = ({ folder }: Release): string => {
  const newest = new Map<string, number>();
  for (const file of readdirSync(join(folder, 'docs/api/schemas'))) {
    const [, type = '', version = ''] = /^(\w+)\.v(\d+)\.json$/u.exec(file) ?? [];
    newest.set(type, Math.max(newest.get(type) ?? 0, Number(version)));
  }
  return [...newest].map(([type, version]) => `${type}=${version}`).join(',');
};

describeWithKafka('on a real Kafka,', () => {
  let folder: string;
  let broker: Broker;
  let before: Release;
  let env: Readonly<Record<string, string>>;
  let state: MixedState;
  beforeAll(async () => {
    const { previousRelease } = await import('../../../tools/releases/previous-release.mjs');
    before = previousRelease({ root: ROOT, projects: PROJECTS });
    env = { ZIELWERK_WRITE_VERSIONS: versionsReadBy(before) };
    const built = spawnSync(process.execPath, ['tools/build/build.mjs', ...PROJECTS, '--if-stale'], { cwd: ROOT });
    expect([built.status, built.stderr.toString()]).toEqual([0, '']);
  }, 300_000);
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zielwerk-releases-'));
    const { startBroker } = await import('../../../tools/kafka/broker.mjs');
    broker = await startBroker({ dataDir: join(folder, 'kafka') });
  });
  afterEach(async () => {
    await state.stop();
    await broker.stop();
    rmSync(folder, { recursive: true });
  });

  /** Writers on these houses while something is done; each of them has been answered before and after. */
  const whileWriting = async (houses: readonly string[], name: string, work: () => Promise<void>): Promise<Writing> => {
    const ending = new AbortController();
    const { url, tokenFor } = state;
    const { writing, ended } = await startWriters({ url, tokenFor, houses, name }, 4, ending.signal);
    const answered = async () => {
      const since = writing.written.length;
      while (writing.written.length < since + 8) await pause(5);
    };
    await answered();
    await work();
    await answered();
    ending.abort();
    await ended;
    return writing;
  };

  /** Nothing was refused while it went on, nothing is parked, and in the end all that was promised holds. */
  const expectAllIsWell = async (writings: readonly Writing[]) => {
    expect(writings.flatMap(({ refused }) => refused)).toEqual([]);
    await state.stop();
    const verified = await state.verify(byHouse(writings.flatMap(({ written }) => written)));
    expect(verified.map(({ subject }) => subject)).toEqual([...HOUSES, STRATEGY]);
    expect(verified.flatMap(({ checks }) => checks.flatMap(({ findings }) => findings))).toEqual([]);
  };

  const parked = async (): Promise<unknown> => {
    const health = (await state.read('/health/ready')) as {
      status: string;
      checks: { readModel: Record<string, unknown> };
    };
    const { parked: events, held, refused } = health.checks.readModel;
    return { status: health.status, events, held, refused };
  };
  const NOTHING = { status: 'up', events: 0, held: 0, refused: 0 };

  it('a strategy service of the release before reads houses of this one, and is upgraded while they go on', async () => {
    state = await MixedState.open({ data: folder, broker, firstPort: 24_200, env }, (name) =>
      name === STRATEGY ? before.folder : ROOT,
    );
    expect((await state.take(BUNDLE)).faults).toEqual([]);
    expect(await parked()).toEqual(NOTHING);
    const writing = await whileWriting(HOUSES, 'upgrade', () => state.run(STRATEGY, ROOT));
    expect(await parked()).toEqual(NOTHING);
    expect((await state.take(BUNDLE)).commands).toBe(0);
    await expectAllIsWell([writing]);
  }, 300_000);

  it('houses of the release before feed a strategy service of this one, and are upgraded one by one while others go on', async () => {
    state = await MixedState.open({ data: folder, broker, firstPort: 24_220, env }, (name) =>
      name === STRATEGY ? ROOT : before.folder,
    );
    expect((await state.take(BUNDLE)).faults).toEqual([]);
    const writings: Writing[] = [];
    for (const house of HOUSES) {
      const others = HOUSES.filter((other) => other !== house);
      writings.push(await whileWriting(others, `upgrade-${house}`, () => state.run(house, ROOT)));
    }
    writings.push(await whileWriting(HOUSES, 'after', () => Promise.resolve()));
    expect(await parked()).toEqual(NOTHING);
    expect((await state.take(BUNDLE)).commands).toBe(0);
    await expectAllIsWell(writings);
  }, 300_000);
});
