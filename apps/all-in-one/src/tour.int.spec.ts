import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(__dirname, '../../..');
const TRACE = /"traceId":"[^"]*"/gu;

/** The commands of the README's tour, each with the answer that stands below it, if one does. */
const tour = (): readonly (readonly [command: string, answer: string | undefined])[] => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const blocks = [...readme.matchAll(/```(sh|text)\n(.*?)\n```/gsu)];
  return blocks.flatMap(([, kind, text = ''], index) => {
    const [, next, answer] = blocks[index + 1] ?? [];
    return kind === 'sh' ? [[text, next === 'text' ? answer : undefined] as const] : [];
  });
};

it('works word for word, from the first start to the verification', async () => {
  const data = mkdtempSync(join(tmpdir(), 'zielwerk-tour-'));
  const env = { ...process.env, ZIELWERK_DATA: data, ZIELWERK_PORT: '0' };
  const state = spawn('npm', ['start'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let complaints = '';
  state.stderr.on('data', (text: Buffer) => (complaints += text.toString()));
  const exited = once(state, 'exit');
  try {
    let url = '';
    for await (const line of createInterface({ input: state.stdout })) {
      url = /runs at (\S+\d)\./u.exec(line)?.[1] ?? '';
      if (url) break;
    }
    const commands = tour();
    const answers: string[] = [];
    for (const [index, [command]] of commands.entries()) {
      if (index === commands.length - 1) {
        // Ctrl-C reaches everything that the terminal runs.
        process.kill(-(state.pid ?? 0), 'SIGINT');
        await exited;
      }
      // A shell keeps its variables from one command to the next.
      const script = [...commands.slice(0, 1).map(([first]) => first), ...(index > 0 ? [command] : [])].join('\n');
      const { stdout, stderr } = spawnSync('bash', ['-c', script.replaceAll('http://127.0.0.1:4000', url)], {
        cwd: ROOT,
        env,
        encoding: 'utf8',
      });
      expect(stderr.replace(/^npm warn .*\n/gmu, '')).toBe('');
      answers.push(stdout.trim().replace(TRACE, '"traceId":"…"'));
    }
    expect(answers).toEqual(commands.map(([, answer]) => answer ?? ''));
    expect(complaints.replace(/^npm warn .*\n/gmu, '')).toBe('');
    expect(commands.length).toBeGreaterThan(5);
  } finally {
    if (state.exitCode === null && state.signalCode === null) process.kill(-(state.pid ?? 0), 'SIGKILL');
    rmSync(data, { recursive: true, force: true });
  }
}, 180_000);
