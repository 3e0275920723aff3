import { jarEvents, jars } from './testing/jars';
import { inPlaces } from './testing/places';

const places = inPlaces();

describe('a read model does not open', () => {
  it.each([
    ['two projections have one name', [jars, jars], 'Two projections have the same name.'],
    ['a name is the engine’s own', [{ ...jars, name: 'event' }], "The name event is the engine's own."],
    ['a name is no name', [{ ...jars, name: 'jar"; drop' }], 'is no name for a table or column'],
    ['a key is no text', [{ ...jars, key: 'coins' as const }], 'The key of jar, coins, must be a column of text.'],
    ['an event is unknown', [{ ...jars, on: { ...jars.on, JarPainted: () => null } }], 'which is no event'],
  ])('when %s', async (_, projections, reason) => {
    await expect(places.open({ projections, events: jarEvents })).rejects.toThrow(reason);
  });
});
