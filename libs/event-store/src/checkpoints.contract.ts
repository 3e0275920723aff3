import { BEFORE_ALL, type Checkpoints } from '@zielwerk/kernel';

/** What every adapter of the port must do. `open` answers empty checkpoints of their own. */
export const checkpointsContract = (adapter: string, open: () => Checkpoints): void => {
  describe(`${adapter} checkpoints`, () => {
    let checkpoints: Checkpoints;
    beforeEach(() => {
      checkpoints = open();
    });

    it('start before all events', async () => {
      expect(await checkpoints.load('relay')).toBe(BEFORE_ALL);
    });

    it('keep the latest position that was saved', async () => {
      await checkpoints.save('relay', 7);
      await checkpoints.save('relay', 2 ** 40);
      expect(await checkpoints.load('relay')).toBe(2 ** 40);
    });

    it('let a reader go back', async () => {
      await checkpoints.save('relay', 7);
      await checkpoints.save('relay', BEFORE_ALL);
      expect(await checkpoints.load('relay')).toBe(BEFORE_ALL);
    });

    it('keep readers apart', async () => {
      await checkpoints.save('mf.policies/zielwerk.mi.events', 1);
      await checkpoints.save('mf.policies/zielwerk.mj.events', 2);
      expect(await checkpoints.load('mf.policies/zielwerk.mi.events')).toBe(1);
      expect(await checkpoints.load('mf.policies/zielwerk.mj.events')).toBe(2);
      expect(await checkpoints.load('mf.policies')).toBe(BEFORE_ALL);
    });
  });
};
