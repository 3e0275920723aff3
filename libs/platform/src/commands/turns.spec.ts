import { Turns } from './turns';

/** Work that ends when it is told to. */
const work = (log: string[], name: string) => {
  let end: (error?: Error) => void = () => undefined;
  const done = new Promise<void>((resolve, reject) => {
    end = (error) => (error ? reject(error) : resolve());
  });
  const run = async () => {
    log.push(`${name} begins`);
    await done;
    log.push(`${name} ends`);
    return name;
  };
  return { run, end };
};

describe('Turns', () => {
  it('runs what has one name one after the other, and other names beside', async () => {
    const log: string[] = [];
    const turns = new Turns();
    const [a1, a2, b] = [work(log, 'a1'), work(log, 'a2'), work(log, 'b')];
    const all = [turns.run('a', a1.run), turns.run('a', a2.run), turns.run('b', b.run)];
    a2.end();
    b.end();
    await all[2];
    expect(log).toEqual(['a1 begins', 'b begins', 'b ends']);
    a1.end();
    expect(await Promise.all(all)).toEqual(['a1', 'a2', 'b']);
    expect(log.slice(3)).toEqual(['a1 ends', 'a2 begins', 'a2 ends']);
  });

  it('goes on after a failure, which only its own caller hears of', async () => {
    const turns = new Turns();
    const failing = turns.run('a', () => Promise.reject(new Error('no')));
    const next = turns.run('a', () => Promise.resolve(1));
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe(1);
  });

  it('forgets names without work', async () => {
    const turns = new Turns();
    await Promise.all(Array.from({ length: 100 }, (_, i) => turns.run(`${i % 7}`, () => Promise.resolve(i))));
    expect(turns.size).toBe(0);
  });
});
