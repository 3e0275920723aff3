import { Gathering } from './gathering';

describe('work that arrives', () => {
  const gathered = (fails: (items: readonly number[]) => boolean = () => false) => {
    const done: (readonly number[])[] = [];
    const gathering = new Gathering<number>(async (items) => {
      await new Promise(setImmediate);
      done.push(items);
      if (fails(items)) throw new Error('disk full');
    });
    return { gathering, done };
  };

  it('is begun at once; what comes in the meantime is done together, in its order', async () => {
    const { gathering, done } = gathered();
    await Promise.all([[1], [2, 3], [4]].map((items) => gathering.take(items)));
    expect(done).toEqual([[1], [2, 3, 4]]);
  });

  it('is begun again after a rest', async () => {
    const { gathering, done } = gathered();
    await gathering.take([1]);
    await gathering.take([2]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await gathering.take([3]);
    expect(done).toEqual([[1], [2], [3]]);
  });

  it('fails for all who share it, and for nobody else', async () => {
    const { gathering, done } = gathered((items) => items.includes(2));
    const ends = await Promise.allSettled([[1], [2], [3]].map((items) => gathering.take(items)));
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    await gathering.take([4]);
    expect(done).toEqual([[1], [2, 3], [4]]);
  });
});
