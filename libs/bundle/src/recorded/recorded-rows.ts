import type { AnyEvent } from '@zielwerk/contracts';
import { handlerOf, keysOf, type Recorded, RowMissing } from '@zielwerk/kernel';

import { bundleProjection } from './bundle.projection';
import type { BundleRow } from './bundle-row';

/** The rows that events make, in memory: for whoever has the events and no read model. */
export class RecordedRows {
  private readonly rows = new Map<string, BundleRow>();

  /** Events of a stream come in their order. What changes a row that no event began is left out, as it is elsewhere. */
  add(event: Recorded<AnyEvent>): void {
    const handler = handlerOf(bundleProjection, event.type);
    if (handler)
      for (const key of keysOf(bundleProjection, event))
        this.put(key, () => handler(this.rows.get(key) ?? null, event, key));
  }

  all(): readonly BundleRow[] {
    return [...this.rows.values()];
  }

  private put(key: string, change: () => BundleRow | null): void {
    try {
      const row = change();
      if (row) this.rows.set(key, row);
      else this.rows.delete(key);
    } catch (error) {
      if (!(error instanceof RowMissing)) throw error;
    }
  }
}
