// Which reader sees which field of an event of the spec's own.
import { readableBy, ReadableBy, restrictionsOf } from './audience';
import { catalogue, defineEvent } from './define-event';
import { IsCode, IsText } from './vocabulary';
import { HasEach, HasPart, HasParts, OrNull } from './word';

class Remark {
  @IsText({ max: 20 }) readonly text!: string;
  @ReadableBy('house') @OrNull() @IsText({ max: 20 }) readonly aside!: string | null;
}
class Told {
  @IsText({ max: 20 }) readonly title!: string;
  @ReadableBy('government') @HasEach(IsCode, { max: 5 }) readonly labels!: readonly string[];
  @HasPart(() => Remark) readonly first!: Remark;
  @HasParts(() => Remark, { max: 5 }) readonly others!: readonly Remark[];
}
const events = catalogue(defineEvent('Told', Told, 'public'));
const remark = { text: 'said', aside: 'thought' };
const told = { title: 'News', labels: ['a'], first: remark, others: [remark, remark] };
const unthought = { text: 'said', aside: null };

it.each([
  ['public', { ...told, labels: [], first: unthought, others: [unthought, unthought] }],
  ['government', { ...told, first: unthought, others: [unthought, unthought] }],
  ['house', told],
] as const)('%s sees as much as is for it', (reader, seen) =>
  expect(events.redact('Told.v1', told, reader)).toEqual(seen),
);

it('what is kept from a reader stays in the event', () => {
  const before = structuredClone(told);
  events.redact('Told.v1', told, 'public');
  expect(told).toEqual(before);
});

it('says which fields are for fewer readers than the event', () =>
  expect(events.restrictedFields()).toEqual({
    'Told.v1': { labels: 'government', 'first.aside': 'house', 'others.aside': 'house' },
  }));

it('a field that cannot be empty cannot be kept from a reader', () => {
  class Open {
    @ReadableBy('house') @IsText({ max: 20 }) readonly title!: string;
  }
  expect(() => restrictionsOf(Open)).toThrow('Open.title is not for all readers');
});

it('each reader sees what those before it see, and more', () =>
  expect((['public', 'government', 'house'] as const).map(readableBy)).toEqual([
    ['public'],
    ['public', 'government'],
    ['public', 'government', 'house'],
  ]));
