// Every version ever written, frozen; each must still be read.
import { Malformed } from './contract';
import { UnknownEventVersion } from './define-event';
import { measureEvents } from './measure.events';

const measureId = '0190a1de-0000-7000-8000-000000000001';

describe('measure events', () => {
  it('lift MeasureProgressReported.v1 to v2', () =>
    expect(measureEvents.decode('MeasureProgressReported.v1', { measureId, period: '2026-Q1', percent: 5 })).toEqual({
      type: 'MeasureProgressReported',
      data: { measureId, period: '2026-Q1', percent: 5, explanation: null },
    }));

  it('leave MeasureProgressReported.v2 as it is', () => {
    const data = { measureId, period: '2026-Q1', percent: 5, explanation: 'Strike' };
    expect(measureEvents.decode('MeasureProgressReported.v2', data)).toEqual({ type: 'MeasureProgressReported', data });
  });

  it('refuse a version from the future', () =>
    expect(() => measureEvents.decode('MeasureProgressReported.v9', {})).toThrow(UnknownEventVersion));

  it('refuse data that is not what was agreed', () =>
    expect(() => measureEvents.decode('MeasureCompleted.v1', { measureId, period: 'spring' })).toThrow(Malformed));

  it('do not know every type', () => expect(measureEvents.decode('SomethingElse.v1', {})).toBeUndefined());

  it('publish a JSON Schema per version', () =>
    expect(Object.keys(measureEvents.jsonSchemas())).toEqual([
      'MeasurePlanned.v1',
      'MeasureProgressReported.v1',
      'MeasureProgressReported.v2',
      'MeasureCompleted.v1',
      'MeasureAbandoned.v1',
    ]));
});
