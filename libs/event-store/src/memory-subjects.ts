import { Subjects } from '@zielwerk/kernel';
import { randomUUID } from 'node:crypto';

/** For tests: forgets everything with the process. */
export class MemorySubjects extends Subjects {
  private readonly refs = new Map<string, string>();

  override refOf(subject: string): Promise<string> {
    const ref = this.refs.get(subject) ?? randomUUID();
    this.refs.set(subject, ref);
    return Promise.resolve(ref);
  }

  override personOf(ref: string): Promise<string | null> {
    const found = [...this.refs].find(([, one]) => one === ref);
    return Promise.resolve(found?.[0] ?? null);
  }

  override erase(subject: string): Promise<boolean> {
    return Promise.resolve(this.refs.delete(subject));
  }
}
