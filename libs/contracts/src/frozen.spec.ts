// What was once written is read for ever.
import { allEvents } from './all-events';
import { typeOf } from './define-event';
import { frozenSamples } from './frozen-samples';

const openFields = (value: unknown, at = ''): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([field, inner]) => openFields(inner, `${at}/${field}`))
    : [value].filter((inner) => inner === null || inner === undefined).map(() => at);

it('every version of every event has a frozen sample', () =>
  expect([...frozenSamples.keys()]).toEqual([...allEvents.contracts().keys()].sort()));

const writtenToday = (wireType: string, sample: object): ReturnType<typeof allEvents.encode> => {
  const event = allEvents.decode(wireType, sample);
  if (event?.type !== typeOf(wireType)) throw new Error(`${wireType} is read as ${event?.type ?? 'nothing'}`);
  return allEvents.encode(event, allEvents.newestVersions());
};

describe.each([...frozenSamples])('%s', (wireType, sample) => {
  it('is read, and written in a version of the same type', () =>
    expect(typeOf(writtenToday(wireType, sample).wireType)).toBe(typeOf(wireType)));

  it('leaves no field open', () => expect(openFields(sample)).toEqual([]));
});

const newest = [...frozenSamples].filter(([wireType, sample]) => writtenToday(wireType, sample).wireType === wireType);
it.each(newest)('%s is written again as it stands there, to the byte', (wireType, sample) =>
  expect(JSON.stringify(writtenToday(wireType, sample).data)).toBe(JSON.stringify(sample)),
);
