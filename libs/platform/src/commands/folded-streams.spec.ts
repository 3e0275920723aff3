import { type FoldedStream, FoldedStreams } from './folded-streams';

const folded = (commands: number): FoldedStream => ({
  state: null,
  revision: commands - 1,
  lastOccurredOn: null,
  commands: new Map(Array.from({ length: commands }, (_, i) => [`${i}`, { revision: i, hash: '' }])),
});

describe('FoldedStreams', () => {
  it('hands a fold out once', () => {
    const streams = new FoldedStreams(100);
    const one = folded(1);
    streams.keep('a', one);
    expect([streams.take('a'), streams.take('a')]).toEqual([one, undefined]);
  });

  it('forgets what was used longest ago', () => {
    const streams = new FoldedStreams(10);
    for (const name of ['a', 'b', 'c', 'd', 'e']) streams.keep(name, folded(1));
    const a = streams.take('a');
    if (a) streams.keep('a', a);
    streams.keep('f', folded(1));
    const kept = ['a', 'b', 'c', 'd', 'e', 'f'].filter((name) => streams.take(name) !== undefined);
    expect(kept).toEqual(['a', 'd', 'e', 'f']);
  });

  it('never holds more commands than it may, even of one stream', () => {
    const streams = new FoldedStreams(10);
    for (let n = 0; n < 100; n++) {
      streams.keep(`${n}`, folded(n % 30));
      expect(streams.size).toBeLessThanOrEqual(10);
    }
  });
});
