import { probe } from './probe';

describe('a probe', () => {
  it('answers what is answered, and undefined for what fails', async () => {
    expect(await probe(() => Promise.resolve(7))()).toBe(7);
    expect(await probe<number>(() => Promise.reject(new Error('away')))()).toBeUndefined();
  });

  it('asks an engine that hangs only once, however often it is asked', async () => {
    let asked = 0;
    let answer: (given: number) => void = () => undefined;
    const ask = probe(() => {
      asked += 1;
      return new Promise<number>((resolve) => {
        answer = resolve;
      });
    }, 5);
    expect([await ask(), await ask(), asked]).toEqual([undefined, undefined, 1]);
    const patient = ask();
    answer(7);
    expect(await patient).toBe(7);
    void ask();
    await Promise.resolve();
    expect(asked).toBe(2);
    answer(8);
  });
});
