/** Too many requests of one subject: 429. `retryAfter` in seconds. */
export class TooManyRequests extends Error {
  override readonly name = 'TooManyRequests';

  constructor(readonly retryAfter: number) {
    super('Too many requests.');
  }
}

type Bucket = { left: number; at: number };
const MOST_SUBJECTS = 10_000;

/** So many requests per second and subject, and as many at once after a pause. */
export class RateLimit {
  private readonly buckets = new Map<string, Bucket>();

  /** `now` in milliseconds, from any start. */
  constructor(
    private readonly perSecond: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Counts a request; says why it must wait, if it must. */
  refuse(subject: string): TooManyRequests | undefined {
    const at = this.now();
    const bucket = this.bucketOf(subject, at);
    bucket.left = Math.min(this.perSecond, bucket.left + ((at - bucket.at) / 1000) * this.perSecond);
    bucket.at = at;
    if (bucket.left < 1) return new TooManyRequests(Math.ceil((1 - bucket.left) / this.perSecond));
    bucket.left -= 1;
    return undefined;
  }

  private bucketOf(subject: string, at: number): Bucket {
    const known = this.buckets.get(subject);
    if (known) return known;
    const bucket = { left: this.perSecond, at };
    const oldest = this.buckets.size < MOST_SUBJECTS ? undefined : this.buckets.keys().next().value;
    if (oldest !== undefined) this.buckets.delete(oldest);
    this.buckets.set(subject, bucket);
    return bucket;
  }
}
