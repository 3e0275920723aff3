// The steps of a lifecycle as events tell them.
import type { AnyEvent } from '@zielwerk/contracts';
import type { Recorded } from '@zielwerk/kernel';

import type { Cells, Value } from '../tables/column';
import type { Field, Step } from '../tables/step';
import { stepOfEvent } from '../tables/steps';
import { TABLES } from '../tables/tables';
import { begins, type Part } from './bundle-row';

type Data = Readonly<Record<string, unknown>>;

/** By kind of step: the field that holds the id. */
const ID_OF = {
  goal: 'goalId',
  measure: 'measureId',
  ...{ period: 'period', pillar: 'pillar', theme: 'theme' },
} as const;
const BLANK = Object.fromEntries(TABLES.lifecycle.columns.map(({ name }) => [name, null]));

const valueAt = (data: unknown, path: string): Value =>
  (path.split('.').reduce<unknown>((at, name) => (at as Data | null)?.[name] ?? null, data) ?? null) as Value;

const cellsOf = ({ cells }: Step, data: unknown): Cells =>
  Object.fromEntries(
    Object.entries(cells).map(([column, field]: readonly [string, Field]) => [
      column,
      valueAt(data, typeof field === 'string' ? field : field.event),
    ]),
  );

/** The one row of the event; none for events that are no step. */
export const lifecyclePart = ({ type, data, meta }: Recorded<AnyEvent>): readonly Part[] => {
  const step = stepOfEvent(type);
  if (!step) return [];
  const thing = String((data as unknown as Data)[ID_OF[step.kind]]);
  const said = cellsOf(step, data);
  // What another house decided was perhaps taken over on a later day than that of the decision.
  const on = (step.sameDay && said[step.sameDay]) ?? meta.occurredOn;
  const cells = {
    ...{ ...BLANK, on, kind: step.kind, reference: thing, step: step.step },
    ...said,
    // Who takes a measure over is the house whose event it is.
    ...(step.step === 'takeOver' && { other: meta.ministry }),
  };
  return [{ table: 'lifecycle', name: String(meta.revision), thing, change: begins(cells) }];
};
