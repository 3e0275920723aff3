import { allEvents, FUNDING_SOURCES, HEALTHS, IMPACTS, INDICATOR_KINDS, PERIODICITIES } from '@zielwerk/contracts';
import { COORDINATION_NEEDS, GOAL_STATES } from '@zielwerk/goals-read-model';
import { OBSERVATION_STANDINGS } from '@zielwerk/indicators-read-model';
import { DEPENDENCY_STANDINGS, MEASURE_STATES } from '@zielwerk/measures-read-model';

import type { MissingReason } from '../views/figures';
import type { GoalHealthRule, MeasureHealthRule, PaceRule } from '../views/health';
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
const allOf = <Word extends string>(words: Record<Word, 0>) => Object.keys(words);
const REASONS = allOf<MissingReason>({
  ...{
    observed: 0,
    'no-observation': 0,
    'no-baseline': 0,
    'no-target': 0,
    'no-way': 0,
    'not-released': 0,
    'given-up': 0,
  },
});
const PACE_RULES = allOf<PaceRule>({
  ...{ compared: 0, kept: 0, 'not-kept': 0, done: 0, 'not-done': 0, observed: 0, 'no-target': 0 },
  ...{ 'no-observation': 0, 'no-baseline': 0, 'before-path': 0, 'not-due': 0, 'no-way': 0 },
});
const GOAL_RULES = allOf<GoalHealthRule>({
  ...{ 'indicator-far-behind': 0, 'heavy-measure-red': 0, 'indicator-behind': 0, 'measure-red': 0 },
  ...{ 'on-pace': 0, 'nothing-computable': 0 },
});
const MEASURE_RULES = allOf<MeasureHealthRule>({
  ...{ 'last-milestone-late': 0, 'periods-unreported': 0, 'milestone-slipped': 0 },
  ...{ 'period-unreported': 0, 'on-time': 0 },
});
const EVENT_TYPES = [
  ...new Set(Object.keys(allEvents.jsonSchemas()).map((wireType) => wireType.replace(/\.v\d+$/u, ''))),
];

it.each([
  ['goalState', GOAL_STATES],
  ['measureState', MEASURE_STATES],
  ['health', [...HEALTHS, 'undeclared', 'grey', 'ended', 'notRunning']],
  ['healthLong', [...HEALTHS, 'undeclared', 'grey']],
  ['indicatorKind', INDICATOR_KINDS],
  ['indicator.explain', INDICATOR_KINDS],
  ['formula', INDICATOR_KINDS],
  ['periodicity', PERIODICITIES],
  ['missing', REASONS],
  ['paceRule', PACE_RULES],
  ['paceFormula', INDICATOR_KINDS],
  ['goalRule', GOAL_RULES],
  ['measureRule', MEASURE_RULES],
  ['coordinationNeed', COORDINATION_NEEDS],
  ['dependency', DEPENDENCY_STANDINGS],
  ['standing', OBSERVATION_STANDINGS],
  ['fundingSource', FUNDING_SOURCES],
  ['impact', IMPACTS],
  ['event', EVENT_TYPES],
])('has a word for every %s', (group, codes) => {
  expect(codes.length).toBeGreaterThan(2);
  expect(codes.filter((code) => !Object.hasOwn(de, `${group}.${code}`))).toEqual([]);
});
