import type { MeasureEvent } from '@zielwerk/contracts';
import { projectionSpec, recorded } from '@zielwerk/testing';

import { dependencyAnswerProjection } from './dependency-answer.projection';
import { dependencyDeclaredProjection } from './dependency-declared.projection';
import { at, measureId, name, newName, otherId, takenOver } from './testing/measure-life';

type Declared = Parameters<typeof dependencyDeclaredProjection.keyOf>[0];
type Answer = Extract<MeasureEvent, { type: 'MeasureDependencyAccepted' | 'MeasureDependencyDeclined' }>;

describe('dependency_declared', () => {
  const given = projectionSpec(dependencyDeclaredProjection);
  const declared: MeasureEvent = {
    type: 'MeasureDependencyDeclared',
    data: { measureId, needs: otherId, giver: 'mi', reason: 'Its register' },
  };
  const withdrawn: MeasureEvent = {
    type: 'MeasureDependencyWithdrawn',
    data: { measureId, needs: otherId, reason: 'Own register' },
  };
  const row = {
    ...{ ...at(0, '2026-01-01'), stream: name, dependency: `${name}/${otherId}`, measure_id: measureId },
    ...{ ministry: 'mid', needs: otherId, giver: 'mi', reason: 'Its register' },
    declaration: { stream: name, revision: 0 },
  };
  const history = (...events: [string, MeasureEvent][]) => recorded(name, ...events) as Declared[];

  it('keeps a row per measure that is needed, until it is withdrawn', () => {
    given(history(['2026-01-01', declared])).then({ [`${name}/${otherId}`]: row });
    given(history(['2026-01-01', declared], ['2026-01-02', withdrawn])).then({});
  });

  it('comes with the measure that is taken over', () =>
    given(recorded(newName, ['2026-05-01', takenOver()])).then({
      [`${newName}/${otherId}`]: {
        ...{ ...row, ...at(0, '2026-05-01'), stream: newName, dependency: `${newName}/${otherId}` },
        ...{ ministry: 'mf', reason: null, declaration: { stream: name, revision: 3 } },
      },
    }));

  it('leaves open where it was declared when v1 took it over, which does not say so', () => {
    const needs = [{ needs: otherId, giver: 'mi', declaration: null }];
    given(recorded(newName, ['2026-05-01', takenOver({ needs })])).then({
      [`${newName}/${otherId}`]: {
        ...{ ...row, ...at(0, '2026-05-01'), stream: newName, dependency: `${newName}/${otherId}` },
        ...{ ministry: 'mf', reason: null, declaration: null },
      },
    });
  });
});

it('dependency_answer keeps what the giver said last to the measure of each house', () => {
  const giver = `mi.measure-${otherId}`;
  const declaration = { stream: name, revision: 3 };
  const said = { measureId: otherId, neededBy: measureId, receiver: 'mid', declaration };
  const declined: Answer = { type: 'MeasureDependencyDeclined', data: { ...said, reason: 'Too early' } };
  const accepted: Answer = { type: 'MeasureDependencyAccepted', data: said };
  const row = {
    ...{ ...at(0, '2026-01-01'), stream: giver, dependency: `${giver}/${name}`, measure_id: otherId },
    ...{ needed_by: measureId, receiver: 'mid', declaration },
  };
  const given = projectionSpec(dependencyAnswerProjection);
  given(recorded(giver, ['2026-01-01', declined])).then({
    [`${giver}/${name}`]: { ...row, answer: 'declined', reason: 'Too early' },
  });
  const toMf: Answer = { type: 'MeasureDependencyDeclined', data: { ...declined.data, receiver: 'mf', reason: 'No' } };
  given(recorded<Answer>(giver, ['2026-01-01', declined], ['2026-01-02', accepted], ['2026-01-03', toMf])).then({
    [`${giver}/${name}`]: { ...row, ...at(1, '2026-01-02'), answer: 'accepted', reason: null },
    [`${giver}/${newName}`]: {
      ...{ ...row, ...at(2, '2026-01-03'), dependency: `${giver}/${newName}`, receiver: 'mf' },
      ...{ answer: 'declined', reason: 'No' },
    },
  });
});
