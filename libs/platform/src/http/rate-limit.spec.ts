import { RateLimit } from './rate-limit';

describe('RateLimit', () => {
  let now = 0;
  const open = (perSecond: number) => new RateLimit(perSecond, () => now);
  const ask = (limit: RateLimit, subject: string, times: number) =>
    Array.from({ length: times }, () => limit.refuse(subject)).filter((refusal) => refusal === undefined).length;
  beforeEach(() => {
    now = 0;
  });

  it('lets so many through at once, and as many each second after', () => {
    const limit = open(100);
    expect(ask(limit, 'a', 150)).toBe(100);
    now = 500;
    expect(ask(limit, 'a', 150)).toBe(50);
    now = 60_000;
    expect(ask(limit, 'a', 150)).toBe(100);
  });

  it('counts each subject for itself', () => {
    const limit = open(2);
    expect([ask(limit, 'a', 3), ask(limit, 'b', 3)]).toEqual([2, 2]);
  });

  it('says in how many seconds to come back', () => {
    const limit = open(1);
    ask(limit, 'a', 1);
    expect(limit.refuse('a')).toMatchObject({ name: 'TooManyRequests', retryAfter: 1 });
  });

  it('forgets subjects beyond 10,000', () => {
    const limit = open(1);
    for (let n = 0; n <= 10_000; n++) ask(limit, `${n}`, 1);
    expect([ask(limit, '0', 1), ask(limit, '10000', 1)]).toEqual([1, 0]);
  });
});
