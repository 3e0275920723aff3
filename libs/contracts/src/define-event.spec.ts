// An event of the spec's own, in three versions.
import { Malformed } from './contract';
import { catalogue, defineEvent, UnknownEventVersion } from './define-event';
import { IsPercent, IsReportingPeriod, IsText } from './vocabulary';
import { OrNull } from './word';

class Reported {
  @IsReportingPeriod() readonly period!: string;
}
class ReportedInPercent extends Reported {
  @IsPercent() readonly percent!: number;
}
class ReportedWithReason extends ReportedInPercent {
  @OrNull() @IsText({ max: 20 }) readonly reason!: string | null;
}
class Closed {
  @IsReportingPeriod() readonly period!: string;
}

const reported = defineEvent('Reported', Reported, 'public')
  .revise(ReportedInPercent, (older) => ({ ...older, percent: 0 }))
  .revise(ReportedWithReason, (older) => ({ ...older, reason: null }));
const closed = defineEvent('Closed', Closed, 'government');
const events = catalogue(reported, closed);

describe('an event in several versions', () => {
  it.each([
    ['Reported.v1', { period: '2026-Q1' }, { period: '2026-Q1', percent: 0, reason: null }],
    ['Reported.v2', { period: '2026-Q1', percent: 5 }, { period: '2026-Q1', percent: 5, reason: null }],
    [
      'Reported.v3',
      { period: '2026-Q1', percent: 5, reason: 'Strike' },
      { period: '2026-Q1', percent: 5, reason: 'Strike' },
    ],
  ])('is read from %s', (wireType, written, data) =>
    expect(events.decode(wireType, written)).toEqual({ type: 'Reported', data }),
  );

  it('is written in the newest', () => {
    const data = { period: '2026-Q1', percent: 5, reason: null };
    expect(events.encode({ type: 'Reported', data })).toEqual({ wireType: 'Reported.v3', data });
  });

  it('is not read from one that is still to come', () =>
    expect(() => events.decode('Reported.v9', {})).toThrow(UnknownEventVersion));

  it('is checked as what it was when it was written', () =>
    expect(() => events.decode('Reported.v1', { period: '2026-Q1', percent: 5 })).toThrow(Malformed));

  it('has a schema of each', () =>
    expect(Object.entries(events.jsonSchemas()).map(([wireType, { title }]) => [wireType, title])).toEqual([
      ['Reported.v1', 'Reported'],
      ['Reported.v2', 'ReportedInPercent'],
      ['Reported.v3', 'ReportedWithReason'],
      ['Closed.v1', 'Closed'],
    ]));
});

describe('a catalogue', () => {
  it('does not know every type', () => {
    expect(events.decode('SomethingElse.v1', {})).toBeUndefined();
    expect(events.audienceOf('SomethingElse')).toBeUndefined();
  });

  it('writes nothing it does not know', () =>
    expect(() => catalogue(reported).encode({ type: 'Closed', data: {} } as never)).toThrow(
      'Closed is not in the catalogue',
    ));

  it('writes nothing that is not what was agreed', () =>
    expect(() => events.encode({ type: 'Closed', data: { period: 'spring' } })).toThrow(Malformed));

  it('keeps the audience through all versions', () =>
    expect([events.audienceOf('Reported'), events.audienceOf('Closed')]).toEqual(['public', 'government']));

  it('does not start with an event that says not who may read it', () =>
    expect(() => defineEvent('Secret', Closed, undefined as never)).toThrow('Secret must declare its audience'));

  it('does not start with an audience nobody knows', () =>
    expect(() => defineEvent('Secret', Closed, 'friends' as never)).toThrow('public, government, house'));

  it('does not start with one type twice', () => {
    expect(() => catalogue(closed, reported, closed)).toThrow('defined twice');
    expect(() => events.and(catalogue(closed))).toThrow('defined twice');
  });
});
