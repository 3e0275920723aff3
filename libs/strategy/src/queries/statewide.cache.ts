import type { Audience } from '@zielwerk/contracts';

import { rowsFor } from '../reading/audience';
import type { Moment } from '../reading/snapshots';
import type { Tables } from '../reading/tables';
import { readStatewide, type Statewide } from './statewide';

/** Adds the state up once per edition and audience: until something changes, everybody gets the same figures. */
export class StatewideCache {
  private readonly kept = new Map<string, Readonly<{ edition: string; statewide: Statewide }>>();

  /** `db` must be the transaction in which `moment` was read. */
  async at(db: Tables, { edition }: Moment, audience: Audience): Promise<Statewide> {
    const rows = rowsFor(audience);
    const kept = this.kept.get(rows);
    if (kept?.edition === edition) return kept.statewide;
    const statewide = await readStatewide(db, rows);
    this.kept.set(rows, { edition, statewide });
    return statewide;
  }
}
