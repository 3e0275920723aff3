// ajv says whether parameters may pass, class-validator why not: both must mean the same.
import { agreementSpec } from '@zielwerk/contracts/testing';

import { EventParameters, GoalParameters, IndicatorParameters, MeasureParameters } from './parameters';

const id = '0190a1de-0000-7000-8000-000000000001';
const page = { after: `mf.goal-${id}@7`, limit: '500', cursor: 'WyJ0aXRsZSJd' };

it.each([
  [GoalParameters, { ...page, sort: '-targetDate', theme: 'e-file', pillar: 'society', ministry: 'mf' }],
  [GoalParameters, { participant: 'mid', state: 'draft', health: 'undeclared', q: 'glasfaser für alle' }],
  [MeasureParameters, { ...page, sort: 'endsOn', ministry: 'mf', state: 'inAcceptance', goal: id }],
  [MeasureParameters, { health: 'amber', q: 'glasfaser für alle' }],
  [IndicatorParameters, { ...page, sort: 'title', ministry: 'mf', kind: 'keepAtMost', goal: id }],
  [IndicatorParameters, { q: 'haushalte' }],
  [EventParameters, { ...page, sort: '-arrival', ministry: 'mf', stream: `mf.goal-${id}`, type: 'GoalAdopted' }],
  [EventParameters, { sort: 'occurredOn', from: '2026-01-01', to: '2026-12-31' }],
])('%o are judged alike by both validators', (type, sample) => {
  const { accepted, refused } = agreementSpec(type, sample);
  expect([accepted > 100, refused > 100]).toEqual([true, true]);
});
