import { frozenSamples } from './frozen-samples';
import { type MeasureEvent, measureEvents } from './measure.events';
import type { MeasureStateV2 } from './measure-state';

const sample = (wireType: string): MeasureEvent => {
  const event = measureEvents.decode(wireType, frozenSamples.get(wireType));
  if (!event) throw new Error(`${wireType} is not an event of a measure`);
  return event;
};
const stateOf = (event: MeasureEvent): MeasureStateV2 => (event.data as Readonly<{ state: MeasureStateV2 }>).state;
const writtenAsV1 = (event: MeasureEvent) => measureEvents.encode(event, { [event.type]: 1 });

describe.each(['MeasureHandedOver', 'MeasureTakenOver'])('%s', (type) => {
  const [older, newer] = [sample(`${type}.v1`), sample(`${type}.v2`)];

  it('what v1 did not say is empty', () =>
    expect(stateOf(older)).toMatchObject({
      ...{ begunOn: '2026-01-05', reportsSince: '2026-01-05', reports: [{ period: '2026-Q2', percent: 40 }] },
      ...{ health: null, result: null, acceptance: null, neededBy: [] },
      needs: [{ needs: '0190a1de-0000-7000-8000-000000000002', giver: 'mf', declaration: null }],
    }));

  it('what v1 said is written in it as it was', () =>
    expect(writtenAsV1(older)).toEqual({ wireType: `${type}.v1`, data: frozenSamples.get(`${type}.v1`) }));

  it.each<[string, Partial<MeasureStateV2>]>([
    ['a declared health', { health: stateOf(newer).health }],
    ['a result', { result: 'Works everywhere' }],
    ['an acceptance', { acceptance: stateOf(newer).acceptance }],
    ['an earlier report', { reports: stateOf(newer).reports }],
    ['an answer', { neededBy: stateOf(newer).neededBy }],
    ['a suspension', { reportsSince: '2026-03-02' }],
  ])('v1 has no words for %s', (_, more) => {
    const said = { ...older, data: { ...older.data, state: { ...stateOf(older), ...more } } } as MeasureEvent;
    expect(() => writtenAsV1(said)).toThrow(`${type}.v1 has no words for what ${type}.v2 says.`);
  });
});

it('in v1 the plan that is taken over names who leads the project', () => {
  const older = sample('MeasureTakenOver.v1');
  const projectLead = { function: 'Referatsleitung 24', unit: 'Referat 24' };
  expect(older.data).toMatchObject({ projectLead: stateOf(older).plan?.projectLead });
  expect(writtenAsV1({ ...older, data: { ...older.data, projectLead } } as MeasureEvent).data).toMatchObject({
    state: { plan: { projectLead } },
  });
});

it.each(['MeasureDependencyAccepted', 'MeasureDependencyDeclined'])(
  '%s: an answer in v1 is to whichever there is',
  (type) => {
    const [older, newer] = [sample(`${type}.v1`), sample(`${type}.v2`)];
    expect(older.data).toEqual({ ...newer.data, declaration: null });
    expect(writtenAsV1(newer).data).toEqual(frozenSamples.get(`${type}.v1`));
  },
);
