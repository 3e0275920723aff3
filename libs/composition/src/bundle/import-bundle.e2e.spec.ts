import { faultText, TABLE_NAMES } from '@zielwerk/bundle';
import * as fc from 'fast-check';

import { BundleState, type Files } from '../testing/bundle-state';
import { spoilt } from '../testing/spoilt-files';
import { RICH } from '../testing/rich-state';
import { filesOf, rowsOf, smallStates } from '../testing/small-bundles';

const inState = async <Answer>(test: (state: BundleState) => Promise<Answer>): Promise<Answer> => {
  const state = await BundleState.open();
  try {
    return await test(state);
  } finally {
    await state.close();
  }
};
const textsOf = (files: Files): object =>
  Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]));

describe('a bundle that is taken in', () => {
  const comesOutAlike = (files: Files): Promise<void> =>
    inState(async (state) => {
      const { faults } = await state.take(files);
      expect(faults.map(faultText)).toEqual([]);
      const exported = await state.exported();
      expect(Object.keys(exported)).toEqual([...TABLE_NAMES]);
      expect(textsOf(exported)).toEqual(textsOf(files));
      expect(await state.take(exported)).toMatchObject({ commands: 0, faults: [], vanished: [] });
    });

  it('comes out byte by byte, and then asks for nothing more: one with something of everything', () =>
    comesOutAlike(filesOf(rowsOf(RICH))));

  it('comes out byte by byte, and then asks for nothing more: whatever may have happened', () =>
    fc.assert(
      fc.asyncProperty(smallStates, (small) => comesOutAlike(filesOf(rowsOf(small)))),
      // Shrinking would start a state for each step.
      { numRuns: 4, endOnFailure: true },
    ));
});

describe('an import that ends before it is done', () => {
  /** Lets that many requests with commands through, and loses the answer of the next one or does not send it. */
  const cutAfter = (requests: number, isSent: boolean): jest.SpyInstance => {
    const real = globalThis.fetch;
    let left = requests;
    return jest.spyOn(globalThis, 'fetch').mockImplementation(async (url, init) => {
      if (typeof url !== 'string' || !url.endsWith('/commands') || left-- > 0) return real(url, init);
      if (isSent) await real(url, init);
      throw new TypeError('fetch failed');
    });
  };

  const takenInPieces = async (state: BundleState, files: Files): Promise<number> => {
    for (let run = 0; run < 100; run += 1) {
      const cut = cutAfter(1, run % 2 === 0);
      try {
        const { faults } = await state.take(files);
        expect(faults.map(faultText)).toEqual([]);
        return run;
      } catch (error) {
        expect(error).toEqual(new TypeError('fetch failed'));
      } finally {
        cut.mockRestore();
      }
    }
    return Infinity;
  };
  /** A bundle does not say on which day: what is made up for is of the day on which it is. */
  const UNDATED = ['GoalJustified', 'ObservationFoundPlausible', 'ObservationRefused'];
  const recordedBy = (take: (state: BundleState) => Promise<unknown>) =>
    inState(async (state) => {
      await take(state);
      const events = (await state.events()).map(({ occurredOn, origin, ...event }) =>
        JSON.stringify({ ...event, ...(!UNDATED.includes(event.type) && { occurredOn, origin }) }),
      );
      return { files: textsOf(await state.exported()), events: events.sort() };
    });

  it.each([
    ['by their own names', false],
    ['alike in all houses', true],
  ])(
    'is completed when it is started again, wherever it ended, nothing twice; things are called %s',
    async (_, alike) => {
      const files = filesOf(rowsOf({ ...RICH, alike }));
      const inPieces = await recordedBy(async (state) => {
        expect(await takenInPieces(state, files)).toBeGreaterThan(10);
        await state.settle();
      });
      expect(inPieces).toEqual(await recordedBy((state) => state.take(files)));
    },
  );
});

it('whatever is spoilt in a bundle, nothing of it gets lost unsaid: what was not refused is there', () =>
  fc.assert(
    fc.asyncProperty(spoilt(filesOf(rowsOf(RICH))), ({ how, files }) =>
      inState(async (state) => {
        const { faults, sent } = await state.take(files);
        if (!sent) expect({ how, faults: faults.length }).not.toEqual({ how, faults: 0 });
        if (faults.length > 0) return;
        const again = await state.take(files);
        expect({
          how,
          commands: again.commands,
          faults: again.faults.map(faultText),
          // The jurisdiction file defines some of it as well.
          vanished: again.vanished.filter(({ table }) => table !== 'framework'),
        }).toEqual({
          ...{ how, commands: 0, faults: [], vanished: [] },
        });
      }),
    ),
    { numRuns: 4, endOnFailure: true },
  ));
