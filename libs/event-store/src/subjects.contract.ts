import type { Subjects } from '@zielwerk/kernel';

/** What every adapter of the port must do. `open` answers the map of that name, empty at first. */
export const subjectsContract = (adapter: string, open: (name: string) => Subjects): void => {
  describe(`${adapter} subjects`, () => {
    let subjects: Subjects;
    beforeEach(() => {
      subjects = open('one');
    });

    it('are called by a random reference that says nothing of them', async () => {
      const [ref, other] = [await subjects.refOf('erika'), await open('another').refOf('erika')];
      expect(ref).toMatch(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u);
      expect(ref).not.toBe(other);
    });

    it('keep their reference, each its own', async () => {
      const [erika, max] = [await subjects.refOf('erika'), await subjects.refOf('max')];
      expect([await subjects.refOf('erika'), await subjects.refOf('max')]).toEqual([erika, max]);
      expect(erika).not.toBe(max);
    });

    it('get one reference when they are met twice at once', async () => {
      const refs = await Promise.all(Array.from({ length: 20 }, () => subjects.refOf('erika')));
      expect(new Set(refs).size).toBe(1);
    });

    it('are found by their reference, and nobody by another', async () => {
      const ref = await subjects.refOf('erika');
      expect([await subjects.personOf(ref), await subjects.personOf('erika'), await subjects.personOf('')]).toEqual([
        ...['erika', null, null],
      ]);
    });

    it('are forgotten alone, once', async () => {
      const [erika, max] = [await subjects.refOf('erika'), await subjects.refOf('max')];
      expect([await subjects.erase('erika'), await subjects.erase('erika'), await subjects.erase('nobody')]).toEqual([
        ...[true, false, false],
      ]);
      expect([await subjects.personOf(erika), await subjects.personOf(max)]).toEqual([null, 'max']);
    });

    it('are somebody new after they were forgotten', async () => {
      const before = await subjects.refOf('erika');
      await subjects.erase('erika');
      const after = await subjects.refOf('erika');
      expect(after).not.toBe(before);
      expect([await subjects.personOf(before), await subjects.personOf(after)]).toEqual([null, 'erika']);
    });

    it('take any printable name', async () => {
      const names = ["o'neill", 'a"b', '%', '_', 'ERIKA', 'erika', 'x'.repeat(200)];
      const refs = await Promise.all(names.map((name) => subjects.refOf(name)));
      expect(await Promise.all(refs.map((ref) => subjects.personOf(ref)))).toEqual(names);
    });
  });
};
