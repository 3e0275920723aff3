// On which day something may have become true, as whoever sends a command learns it.
import { Clock } from '@zielwerk/kernel';

import { openHouse, recordedIn, type TestHouse } from '../testing/house';
import { uuidv5 } from '../uuid';

const WAYS = ['its own route', 'POST commands'] as const;
type Way = (typeof WAYS)[number];

class MovingClock extends Clock {
  instant = '';

  override now(): Date {
    return new Date(this.instant);
  }
}
const clock = new MovingClock();

let house: TestHouse;
let barometers = 0;
beforeEach(async () => {
  house = await openHouse({ time: clock });
});
afterEach(() => house.app.close());

/** Hangs a new barometer on that day, or on whichever day it is; answers its stream, or how it was refused. */
const hang = async (way: Way, occurredOn?: string): Promise<readonly [status: number, told: unknown]> => {
  const day = occurredOn === undefined ? {} : { occurredOn };
  const [data, id] = [{ title: 'Hall' }, uuidv5(`barometer ${(barometers += 1)}`)];
  const { status, body } =
    way === 'its own route'
      ? await house.ask('POST', 'barometers', { body: { ...data, id, ...day } })
      : await house.ask('POST', 'commands', { body: { command: 'HangBarometer', id, data, ...day } });
  return status < 300 ? [status, body.stream] : [status, body.detail ?? body.errors];
};
const raise = async (stream: unknown, occurredOn?: string): Promise<readonly [status: number, told: unknown]> => {
  const id = String(stream).replace('mid.barometer-', '');
  const day = occurredOn === undefined ? {} : { occurredOn };
  const { status, body } = await house.ask('POST', `barometers/${id}/rises`, { body: { by: 1, ...day } });
  return [status, status < 300 ? body.revision : [body.type, body.detail]];
};
const daysOf = async (stream: unknown): Promise<readonly string[]> =>
  (await house.store.readStream(String(stream))).map(({ meta }) => meta.occurredOn);

describe.each(WAYS)('by %s,', (way) => {
  it.each([
    ['a summer evening', '2026-07-14T21:30:00Z', '2026-07-14', '2026-07-15'],
    ['past midnight in summer', '2026-07-14T22:30:00Z', '2026-07-15', '2026-07-16'],
    ['a winter evening', '2026-01-14T22:30:00Z', '2026-01-14', '2026-01-15'],
    ['past midnight in winter', '2026-01-14T23:30:00Z', '2026-01-15', '2026-01-16'],
    ['the evening before summer time begins', '2026-03-28T22:30:00Z', '2026-03-28', '2026-03-29'],
    ['the first hour of the day on which it begins', '2026-03-28T23:30:00Z', '2026-03-29', '2026-03-30'],
    ['the evening of the day on which it began', '2026-03-29T21:30:00Z', '2026-03-29', '2026-03-30'],
    ['past midnight after that day', '2026-03-29T22:30:00Z', '2026-03-30', '2026-03-31'],
    ['the first hour of the day on which summer time ends', '2026-10-24T22:30:00Z', '2026-10-25', '2026-10-26'],
    ['the evening of the day on which it ended', '2026-10-25T22:30:00Z', '2026-10-25', '2026-10-26'],
    ['past midnight after that day', '2026-10-25T23:30:00Z', '2026-10-26', '2026-10-27'],
    ["New Year's Eve", '2026-12-31T22:30:00Z', '2026-12-31', '2027-01-01'],
    ['New Year', '2026-12-31T23:30:00Z', '2027-01-01', '2027-01-02'],
    ['the first hour of a 29 February', '2028-02-28T23:30:00Z', '2028-02-29', '2028-03-01'],
    ['the first hour after it', '2028-02-29T23:30:00Z', '2028-03-01', '2028-03-02'],
  ])('on %s (%s) it is %s and not yet %s', async (_, instant, today, tomorrow) => {
    clock.instant = instant;
    const [status, stream] = await hang(way);
    expect([status < 300, await daysOf(stream)]).toEqual([true, [today]]);
    expect((await hang(way, today))[0]).toBe(status);
    expect(await hang(way, tomorrow)).toEqual([422, `${tomorrow} is still to come; today is ${today}.`]);
    expect(await recordedIn(house.store)).toBe(2);
  });

  it.each(['2000-02-29', '2024-02-29'])('%s is a day', async (day) => {
    clock.instant = '2026-11-23T12:00:00Z';
    const [, stream] = await hang(way, day);
    expect(await daysOf(stream)).toEqual([day]);
  });

  it.each(['1900-02-29', '2023-02-29', '2026-02-29', '2024-02-30', '2026-04-31', '2026-11-23T00:00:00Z', '23.11.2026'])(
    '%s is none',
    async (day) => {
      clock.instant = '2026-11-23T12:00:00Z';
      const detail = 'occurredOn must be a day of the calendar such as 2026-03-31.';
      expect(await hang(way, day)).toEqual([400, [{ pointer: '#/occurredOn', detail }]]);
      expect(await recordedIn(house.store)).toBe(0);
    },
  );
});

describe('what follows', () => {
  it.each([
    ['over the turn of the year', '2027-01-01', '2026-12-31'],
    ['over a 29 February', '2024-03-01', '2024-02-29'],
    ['over the night on which summer time began', '2026-03-29', '2026-03-28'],
  ])('%s did not occur before the last fact', async (_, last, before) => {
    clock.instant = '2027-02-01T12:00:00Z';
    const [, stream] = await hang('its own route', last);
    const detail = `The last fact occurred on ${last}; what follows cannot have occurred on ${before}, before it.`;
    expect(await raise(stream, before)).toEqual([409, ['/problems/before-last-fact', detail]]);
    expect(await raise(stream, last)).toEqual([201, 1]);
    expect(await daysOf(stream)).toEqual([last, last]);
  });

  it('is a day later once midnight has passed in Germany, and then nothing can be of the day before', async () => {
    clock.instant = '2026-06-30T21:59:59Z';
    const [, stream] = await hang('its own route');
    expect(await raise(stream)).toEqual([201, 1]);
    clock.instant = '2026-06-30T22:00:00Z';
    expect(await raise(stream, '2026-06-30')).toEqual([201, 2]);
    expect(await raise(stream)).toEqual([201, 3]);
    const detail = 'The last fact occurred on 2026-07-01; what follows cannot have occurred on 2026-06-30, before it.';
    expect(await raise(stream, '2026-06-30')).toEqual([409, ['/problems/before-last-fact', detail]]);
    expect(await daysOf(stream)).toEqual(['2026-06-30', '2026-06-30', '2026-06-30', '2026-07-01']);
  });
});

describe('what is taken in later', () => {
  const commandId = 'late-1';
  const take = async (reportedOn: string, occurredOn = '2024-03-31') => {
    const body = { command: 'HangBarometer', id: uuidv5('late'), commandId, data: { title: 'Hall' } };
    const { status, body: told } = await house.ask('POST', 'commands', { body: { ...body, occurredOn, reportedOn } });
    return status < 300 ? [status] : [status, told.type, told.detail ?? told.errors];
  };
  beforeEach(() => {
    clock.instant = '2026-11-23T12:00:00Z';
  });

  it('says when it was reported at that time, and that it was taken in', async () => {
    expect(await take('2024-04-12')).toEqual([200]);
    const [stored] = await house.store.readStream(`mid.barometer-${uuidv5('late')}`);
    expect(stored?.meta).toMatchObject({ occurredOn: '2024-03-31', origin: 'import', reportedOn: '2024-04-12' });
    expect(stored?.meta.recordedAt).toBe('2026-11-23T12:00:00.000Z');
    // Sent again it is the same command; with another day it is another one.
    expect(await take('2024-04-12')).toEqual([200]);
    expect((await take('2024-04-13')).slice(0, 2)).toEqual([422, '/problems/idempotency-key-reused']);
  });

  it('says nothing of it when nobody says', async () => {
    const [, stream] = await hang('POST commands', '2024-03-31');
    const [stored] = await house.store.readStream(String(stream));
    expect(Object.keys(stored?.meta ?? {}).filter((name) => /origin|reported/u.test(name))).toEqual([]);
  });

  it.each([
    [
      ...(['before it occurred', '2024-03-30', 422, '/problems/reported-before-it-occurred'] as const),
      'What occurred on 2024-03-31 cannot have been reported on 2024-03-30, before it.',
    ],
    [
      ...(['tomorrow', '2026-11-24', 422, '/problems/in-the-future'] as const),
      '2026-11-24 is still to come; today is 2026-11-23.',
    ],
    [
      ...(['on no day', '2024-02-30', 400, '/problems/invalid-request'] as const),
      [{ pointer: '#/reportedOn', detail: 'reportedOn must be a day of the calendar such as 2026-03-31.' }],
    ],
  ])('was not reported %s', async (_, day, ...refusal) => {
    expect(await take(day)).toEqual(refusal);
    expect(await recordedIn(house.store)).toBe(0);
  });
});
