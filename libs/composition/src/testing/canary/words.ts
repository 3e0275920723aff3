// Unguessable words: whoever meets one again knows which field of which event it comes from.
import type { Audience } from '@zielwerk/contracts';
import { randomBytes } from 'node:crypto';

/** `nobody`: not even those who may read everything, as the subject of somebody who only reads. */
export type Word = Readonly<{
  text: string;
  /** Where it was put: an event and its field, say. */
  field: string;
  /** What else happens to the thing, in order. */
  life: string;
  audience: Audience | 'nobody';
}>;

// Ten characters: as long as the shortest text of the contracts may be. A capital makes it no code, id or period.
const WORD = /Kx[0-9a-f]{8}/gu;

export class Words {
  private readonly covered = new Set<string>();
  private readonly made = new Map<string, Word>();

  make(field: string, audience: Word['audience'], life = ''): string {
    const text = `Kx${randomBytes(4).toString('hex')}`;
    if (this.made.has(text)) return this.make(field, audience, life);
    this.made.set(text, { text, field, audience, life });
    return this.reuse(field, text);
  }

  /** The field holds a word that was made for another one. */
  reuse(field: string, text: string): string {
    this.covered.add(field);
    return text;
  }

  /** Fields that hold a word. */
  get fields(): ReadonlySet<string> {
    return this.covered;
  }

  all(): readonly Word[] {
    return [...this.made.values()];
  }

  for(...audiences: readonly Word['audience'][]): readonly Word[] {
    return this.all().filter(({ audience }) => audiences.includes(audience));
  }

  /** Each word that stands in the text, once. */
  in(text: string): readonly Word[] {
    return [...new Set(text.match(WORD) ?? [])].flatMap((found) => this.made.get(found) ?? []);
  }
}
