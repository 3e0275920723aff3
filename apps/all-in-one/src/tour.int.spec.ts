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

/** `npm start` in a terminal of its own. */
class Terminal {
  complaints = '';
  private readonly process;
  private readonly exited;

  constructor(env: NodeJS.ProcessEnv) {
    this.process = spawn('npm', ['start'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    this.exited = once(this.process, 'exit');
    this.process.stderr.on('data', (text: Buffer) => (this.complaints += text.toString()));
  }

  async url(): Promise<string> {
    for await (const line of createInterface({ input: this.process.stdout })) {
      const [, url] = /runs at (\S+\d)\./u.exec(line) ?? [];
      if (url) return url;
    }
    throw new Error(`It did not start: ${this.complaints}`);
  }

  /** As Ctrl-C does, it reaches everything that the terminal runs. */
  async press(signal: NodeJS.Signals): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    process.kill(-(this.process.pid ?? 0), signal);
    await this.exited;
  }
}

const withoutNpm = (text: string) => text.replace(/^npm warn .*\n/gmu, '');

it('works word for word, from the first start to the verification', async () => {
  const data = mkdtempSync(join(tmpdir(), 'zielwerk-tour-'));
  const env = { ...process.env, ZIELWERK_DATA: data, ZIELWERK_PORT: '0' };
  const terminal = new Terminal(env);
  try {
    const url = await terminal.url();
    const [first, ...commands] = tour();
    const settings = first?.[0] ?? '';
    const answers: string[] = [];
    const run = (command: string) => {
      const script = `${settings}\n${command}`.replaceAll('http://127.0.0.1:4000', url);
      const { stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: ROOT, env, encoding: 'utf8' });
      expect(withoutNpm(stderr)).toBe('');
      answers.push(stdout.trim().replace(TRACE, '"traceId":"…"'));
    };
    for (const [command] of commands.slice(0, -1)) run(command);
    await terminal.press('SIGINT');
    run(commands.at(-1)?.[0] ?? '');

    expect(answers).toEqual(commands.map(([, answer]) => answer));
    expect(answers.length).toBeGreaterThan(5);
    expect(withoutNpm(terminal.complaints)).toBe('');
  } finally {
    await terminal.press('SIGKILL');
    rmSync(data, { recursive: true, force: true });
  }
}, 180_000);
