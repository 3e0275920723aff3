/** Work of one name runs one after the other, in the order it was asked for; other names do not wait. Forgets idle names. */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  run<T>(name: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(name);
    const mine = before ? before.then(work, work) : work();
    this.last.set(name, mine);
    const leave = () => {
      if (this.last.get(name) === mine) this.last.delete(name);
    };
    mine.then(leave, leave);
    return mine;
  }

  /** How many names have work under way. */
  get size(): number {
    return this.last.size;
  }
}
