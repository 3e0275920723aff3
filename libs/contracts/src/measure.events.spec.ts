import { Malformed } from './contract';
import { measureEvents } from './measure.events';

const measureId = '0190a1de-0000-7000-8000-000000000001';
const openPlan = {
  ...{ startsOn: null, endsOn: null, charter: null, projectLead: null, budgetLine: null },
  needsNoMoney: false,
  milestones: [],
};

describe('measure events', () => {
  it('let a plan say that everything is still open', () => {
    const data = { measureId, plan: openPlan };
    expect(measureEvents.decode('MeasurePlanned.v1', data)).toEqual({ type: 'MeasurePlanned', data });
  });

  it.each([
    ['a plan that leaves out what is open', 'MeasurePlanned.v1', { measureId, plan: { milestones: [] } }],
    ['a completion that nobody accepted', 'MeasureCompleted.v1', { measureId, acceptedBy: null }],
    ['a report for no period', 'MeasureProgressReported.v1', { measureId, period: 'spring', percent: 5 }],
  ])('refuse %s', (_, wireType, data) => expect(() => measureEvents.decode(wireType, data)).toThrow(Malformed));
});
