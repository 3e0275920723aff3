import { germanDay } from '@zielwerk/kernel';

import { ClockOfDay, SystemClock } from './clocks';

describe('ClockOfDay', () => {
  it.each([
    ['2026-11-23T23:30:00Z', '2024-02-29', '2024-02-28T23:30:00.000Z'],
    ['2026-11-23T08:15:00Z', '2030-01-01', '2030-01-01T08:15:00.000Z'],
    ['2026-03-29T00:30:00Z', '2026-03-29', '2026-03-29T00:30:00.000Z'],
  ])('at %s plays %s', (machine, day, instant) => {
    const clock = new ClockOfDay(day, () => Date.parse(machine));
    expect([clock.today(), clock.now().toISOString()]).toEqual([day, instant]);
  });

  it('says that its day is a set one, which the clock of the machine does not', () =>
    expect([new ClockOfDay('2024-02-29').setDay, new SystemClock().setDay]).toEqual(['2024-02-29', null]));

  it('keeps the day while time goes on', () => {
    let machine = Date.parse('2026-11-23T22:59:00Z');
    const clock = new ClockOfDay('2026-06-01', () => machine);
    const before = clock.now().getTime();
    machine += 120_000;
    expect([clock.today(), clock.now().getTime() - before]).toEqual(['2026-06-01', 120_000]);
  });
});

describe('SystemClock', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('changes the day at midnight in Germany, whenever it was asked before', () => {
    const clock = new SystemClock();
    const instants = ['2026-03-28T22:59:59Z', '2026-03-28T23:00:00Z', '2026-03-29T21:59:59Z', '2026-03-29T22:00:00Z'];
    const days = instants.map((instant) => {
      jest.setSystemTime(Date.parse(instant));
      return [clock.today(), germanDay(clock.now())];
    });
    expect(days).toEqual([
      ['2026-03-28', '2026-03-28'],
      ['2026-03-29', '2026-03-29'],
      ['2026-03-29', '2026-03-29'],
      ['2026-03-30', '2026-03-30'],
    ]);
  });
});
