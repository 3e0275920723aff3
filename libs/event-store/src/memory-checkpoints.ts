import { BEFORE_ALL, Checkpoints } from '@zielwerk/kernel';

/** For tests: forgets everything with the process. */
export class MemoryCheckpoints extends Checkpoints {
  private readonly positions = new Map<string, number>();

  override load(reader: string): Promise<number> {
    return Promise.resolve(this.positions.get(reader) ?? BEFORE_ALL);
  }

  override save(reader: string, position: number): Promise<void> {
    this.positions.set(reader, position);
    return Promise.resolve();
  }
}
