import { allEvents, HEALTHS, INDICATOR_KINDS, PERIODICITIES } from '@zielwerk/contracts';

import type { GoalState, MeasureState, MissingReason } from '../views';
import type { Text } from './catalogue';
import { de } from './texts.de';
import { en } from './texts.en';

const formsOf = (text: Text): Readonly<Record<string, string>> => (typeof text === 'string' ? { only: text } : text);
const placesOf = (text: string) => [...text.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name).sort();
const keys = Object.keys(de) as (keyof typeof de)[];

it('says the same things in both languages', () => expect(Object.keys(en).sort()).toEqual(Object.keys(de).sort()));

it.each(keys)('has the same places and forms for %s in both languages, and leaves none empty', (key) => {
  const [german, english] = [formsOf(de[key]), formsOf(en[key])];
  expect(Object.keys(english)).toEqual(Object.keys(german));
  for (const [form, text] of Object.entries(german)) {
    expect(placesOf(english[form] ?? '')).toEqual(placesOf(text));
    expect([text.trim(), english[form]?.trim()]).not.toContain('');
  }
});

it('names the number wherever it chooses a form by it', () => {
  for (const text of [...Object.values<Text>(de), ...Object.values<Text>(en)])
    if (typeof text !== 'string')
      expect([placesOf(text.one), placesOf(text.other)]).toEqual([
        expect.arrayContaining(['n']),
        expect.arrayContaining(['n']),
      ]);
});

// The types make sure that these lists are whole.
const GOAL_STATES = Object.keys({ draft: 0, adopted: 0, underway: 0 } satisfies Record<GoalState, 0>);
const MEASURE_STATES = Object.keys({
  proposed: 0,
  planned: 0,
  released: 0,
  underway: 0,
  inAcceptance: 0,
  completed: 0,
} satisfies Record<MeasureState, 0>);
const REASONS = Object.keys({
  observed: 0,
  'no-observation': 0,
  'no-baseline': 0,
  'no-target': 0,
  'no-way': 0,
  'not-released': 0,
} satisfies Record<MissingReason, 0>);
const EVENT_TYPES = [
  ...new Set(Object.keys(allEvents.jsonSchemas()).map((wireType) => wireType.replace(/\.v\d+$/u, ''))),
];

it.each([
  ['goalState', GOAL_STATES],
  ['measureState', MEASURE_STATES],
  ['health', [...HEALTHS, 'undeclared']],
  ['healthLong', [...HEALTHS, 'undeclared']],
  ['indicatorKind', INDICATOR_KINDS],
  ['indicator.explain', INDICATOR_KINDS],
  ['formula', INDICATOR_KINDS],
  ['periodicity', PERIODICITIES],
  ['missing', REASONS],
  ['event', EVENT_TYPES],
])('has a word for every %s', (group, codes) => {
  expect(codes.length).toBeGreaterThan(2);
  expect(codes.filter((code) => !Object.hasOwn(de, `${group}.${code}`))).toEqual([]);
});
