import { frozenSamples } from '@zielwerk/contracts/testing';

import { stepOf, STEPS } from '../tables/steps';
import { TABLES } from '../tables/tables';
import { lifecyclePart } from './lifecycle-parts';
import { sample, told } from './testing/rows';

const eventOf = (type: string) => {
  const newest = [...frozenSamples.keys()].filter((wireType) => wireType.startsWith(`${type}.`)).at(-1) ?? '';
  const [event] = told('mid.thing-1', ['2026-05-05', sample(newest)]);
  if (!event) throw new Error(`${type} has no sample.`);
  return event;
};

describe.each(STEPS)('the step $step of a $kind', (step) => {
  it('is a row of its event, with everything that the step says', () => {
    const [part, ...more] = lifecyclePart(eventOf(step.event));
    const cells = part?.change(undefined)?.cells ?? {};
    expect(more).toEqual([]);
    const on = (step.sameDay && cells[step.sameDay]) ?? '2026-05-05';
    expect(cells).toMatchObject({ on, kind: step.kind, step: step.step });
    expect(Object.keys(cells)).toEqual(TABLES.lifecycle.columns.map(({ name }) => name));
    const filled = Object.keys(cells).filter((column) => cells[column] !== null);
    expect(filled).toEqual(expect.arrayContaining(['on', 'kind', 'reference', 'step', ...step.needs]));
    const meant = [...Object.keys(step.cells), ...(step.other ? ['other'] : [])];
    expect(filled.filter((column) => !['on', 'kind', 'reference', 'step', ...meant].includes(column))).toEqual([]);
  });
});

it('steps have one name each, and one event', () => {
  for (const step of STEPS) expect(stepOf(step.kind, step.step)).toBe(step);
  expect(new Set(STEPS.map(({ event }) => event)).size).toBe(STEPS.length);
});

it('an event that is no step is no row', () => expect(lifecyclePart(eventOf('GoalDrafted'))).toEqual([]));
