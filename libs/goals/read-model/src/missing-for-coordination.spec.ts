import { COORDINATION_NEEDS, missingForCoordination } from './missing-for-coordination';

const draft = { rationale: null, qualitative: null, target_date: null, participants: [], indicators: 0 };
const ready = {
  ...{ rationale: 'Paper is slow', qualitative: false, target_date: '2028-12-31', participants: ['mi'] },
  indicators: 1,
};

describe('coordination takes rationale, target date, participants, at least one indicator or an explicit "qualitative"', () => {
  it('a bare draft misses all of them', () => expect(missingForCoordination(draft)).toEqual([...COORDINATION_NEEDS]));

  it('a goal that has them misses nothing', () => expect(missingForCoordination(ready)).toEqual([]));

  it.each([
    ['rationale', { rationale: null }],
    ['target-date', { target_date: null }],
    ['participants', { participants: [] }],
    ['indicator-or-qualitative', { indicators: 0 }],
  ])('the %s may be the one that is missing', (need, open) =>
    expect(missingForCoordination({ ...ready, ...open })).toEqual([need]),
  );

  it('an explicit "qualitative" takes the place of an indicator', () =>
    expect(missingForCoordination({ ...ready, indicators: 0, qualitative: true })).toEqual([]));
});
