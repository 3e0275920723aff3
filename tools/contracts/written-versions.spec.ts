import { allEvents } from '@zielwerk/contracts';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { schemaFiles } from './schema-files';
import { rewritten, rewrittenInHistory, SCHEMAS, sentenceOn } from './written-versions';

const SAMPLE = 'libs/contracts/frozen/MeasureBegun.v1.json';
const [BEGUN, PROPOSED] = ['MeasureBegun.v1', 'MeasureProposed.v1'].map((type) => `${SCHEMAS}/${type}.json`) as [
  string,
  string,
];
const files = (begun: string, proposed = '{}\n') =>
  new Map([...[[BEGUN, begun] as const, [PROPOSED, proposed] as const]]);

describe('a version that was written', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'zielwerk-written-'));
    for (const folder of [SCHEMAS, 'libs/contracts/frozen']) mkdirSync(join(root, folder), { recursive: true });
    write(BEGUN, 'one\n');
    write(PROPOSED, '{}\n');
    write(SAMPLE, '{}\n');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const write = (file: string, text: string) => writeFileSync(join(root, file), text);
  const git = (...command: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.org', ...command], { cwd: root });
  const commit = () => {
    git('add', '-A');
    git('commit', '-qm', 'x');
  };
  const inHistory = () => {
    git('init', '-q');
    commit();
  };

  it('is what lies there, where there is no history', () => {
    expect([rewritten(root, files('one\n')), rewritten(root, files('two\n')), rewrittenInHistory(root)]).toEqual([
      ...[[], ['MeasureBegun.v1'], undefined],
    ]);
  });

  it('may not vanish, and others may be added', () => {
    const added = new Map([...files('one\n'), [`${SCHEMAS}/MeasureBegun.v2.json`, 'two\n']]);
    expect([rewritten(root, added), rewritten(root, new Map([[PROPOSED, '{}\n']]))]).toEqual([[], ['MeasureBegun.v1']]);
  });

  it('is what was committed, whatever was made of the file since', () => {
    inHistory();
    write(BEGUN, 'two\n');
    write(`${SCHEMAS}/MeasureBegun.v2.json`, 'draft\n');
    expect([rewritten(root, files('two\n')), rewritten(root, files('one\n'))]).toEqual([['MeasureBegun.v1'], []]);
  });

  it.each([
    ['changes its schema', () => write(BEGUN, 'two\n'), ['MeasureBegun.v1']],
    ['changes its sample', () => write(SAMPLE, '[]\n'), ['MeasureBegun.v1']],
    ['removes it', () => rmSync(join(root, PROPOSED)), ['MeasureProposed.v1']],
    ['moves it', () => git('mv', PROPOSED, `${SCHEMAS}/MeasureSuggested.v1.json`), ['MeasureProposed.v1']],
    ['adds another one', () => write(`${SCHEMAS}/MeasureBegun.v2.json`, 'two\n'), []],
    ['is about something else', () => write('README.md', 'two\n'), []],
  ])('is found when a commit %s', (_, change, found) => {
    inHistory();
    change();
    commit();
    expect(rewrittenInHistory(root)).toEqual(found);
  });

  it('is found also when the change was taken back', () => {
    inHistory();
    write(BEGUN, 'two\n');
    commit();
    git('revert', '--no-edit', 'HEAD');
    expect([rewritten(root, files('one\n')), rewrittenInHistory(root)]).toEqual([[], ['MeasureBegun.v1']]);
  });

  it('is named in one sentence', () => {
    expect([sentenceOn(['MeasureBegun.v1']), sentenceOn(['A.v1', 'B.v2'])]).toEqual([
      'MeasureBegun.v1 was written: it never changes; revise it.',
      'A.v1, B.v2 were written: they never change; revise them.',
    ]);
  });
});

it('no version of ours was changed', () => {
  const root = join(__dirname, '../..');
  expect([rewritten(root, schemaFiles(allEvents)), rewrittenInHistory(root) ?? []]).toEqual([[], []]);
});
