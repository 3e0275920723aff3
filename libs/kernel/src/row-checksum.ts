const sortedKeys = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/**
 * Sums up rows so that their order does not matter: equal sets of rows give equal sums, others almost surely do not
 * (64 bits). It finds faults, not forgers.
 */
export class RowChecksum {
  private readonly sums = new Uint32Array(2);
  private count = 0;

  /** Fields may come in any order, within JSON too. */
  add(row: object): void {
    const text = JSON.stringify(row, sortedKeys);
    let first = 0xdeadbeef;
    let second = 0x41c6ce57;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      first = Math.imul(first ^ code, 0x9e3779b1);
      second = Math.imul(second ^ code, 0x5f356495);
    }
    this.sums[0] = (this.sums[0] ?? 0) + mixed(first, second);
    this.sums[1] = (this.sums[1] ?? 0) + mixed(second, first);
    this.count += 1;
  }

  /** `<16 hex digits>/<number of rows>` */
  toString(): string {
    return `${[...this.sums].map((sum) => sum.toString(16).padStart(8, '0')).join('')}/${this.count}`;
  }
}

// A last character changes only the low bits of a product: spread them over all of the word.
const mixed = (word: number, other: number): number =>
  Math.imul(word ^ (word >>> 16), 0x85ebca6b) ^ Math.imul(other ^ (other >>> 13), 0xc2b2ae35);

export const checksumOf = (rows: Iterable<object>): string => {
  const checksum = new RowChecksum();
  for (const row of rows) checksum.add(row);
  return checksum.toString();
};
