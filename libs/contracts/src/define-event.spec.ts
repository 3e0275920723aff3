// An event of the spec's own, in three versions.
import { Malformed } from './contract';
import { catalogue, defineEvent, NotSayable, UnknownEventVersion } from './define-event';
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
  .revise(ReportedInPercent, {
    lift: (older) => ({ ...older, percent: 0 }),
    lower: ({ period, percent }) => (percent === 0 ? { period } : null),
  })
  .revise(ReportedWithReason, {
    lift: (older) => ({ ...older, reason: null }),
    lower: ({ reason, ...older }) => (reason === null ? older : null),
  });
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

  const strike = { period: '2026-Q1', percent: 5, reason: 'Strike' };
  const plain = { ...strike, reason: null };
  const [older, inPercent] = [{ period: '2026-Q1' }, { period: '2026-Q1', percent: 5 }];

  it('is written in the version before the newest, which the release before could read', () =>
    expect(events.encode({ type: 'Reported', data: plain })).toEqual({ wireType: 'Reported.v2', data: inPercent }));

  it('is written in the version that the configuration names', () => {
    const data = { ...older, percent: 0, reason: null };
    expect(events.encode({ type: 'Reported', data: strike }, { Reported: 3 })).toEqual({
      wireType: 'Reported.v3',
      data: strike,
    });
    expect(events.encode({ type: 'Reported', data }, { Reported: 1 })).toEqual({
      wireType: 'Reported.v1',
      data: older,
    });
  });

  it.each([
    ['the usual version', strike, {}],
    ['an older one', plain, { Reported: 1 }],
  ])('is not written in words that %s does not have', (_, data, written) =>
    expect(() => events.encode({ type: 'Reported', data }, written)).toThrow(NotSayable),
  );

  it('says how many versions of it are read', () =>
    expect(events.newestVersions()).toEqual({ Reported: 3, Closed: 1 }));

  it('may be written as the usual or the newest version', () =>
    expect(['Reported', 'Closed', 'Opened'].map((type) => events.writableVersions(type))).toEqual([[2, 3], [1], []]));

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
