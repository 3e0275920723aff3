import { handlerOf } from '@zielwerk/kernel';

import { writeRows } from './bulk';
import type { Target } from './dialect';
import { Blocks, fold, type Folded, keysIn, type LoggedFact, type ParkedFact, plan } from './fold';
import { RowTable } from './row-table';
import type { Database, RowProjection } from './tables';

const PARKED: Target = {
  table: 'parked',
  columns: {
    ...{ projection: 'text', ordinal: 'integer', stream: 'text', key: 'text' },
    ...{ reason: 'text', waits_for: 'integer', parked_at: 'text' },
  },
};

/** What a projector does in one transaction beside writing rows, such as saving how far it got. */
type Alongside = (transaction: Database, folded: Folded) => Promise<void>;

/** Keeps one projection's table: rows, parked events and checkpoint change together or not at all. */
export class Projector {
  readonly rows: RowTable;
  private blocks: Blocks | null = null;
  private reached = 0;

  /** `name` is the table's, which during a rebuild is not the projection's. */
  constructor(
    private readonly db: Database,
    readonly projection: RowProjection,
    readonly name: string,
    private readonly now: () => string,
  ) {
    this.rows = new RowTable(projection, name);
  }

  /** Moves those on that no event up to `until` concerns. Most events concern few tables: one write serves all others. */
  static async passOver(projectors: readonly Projector[], until: number): Promise<void> {
    const [first] = projectors;
    if (!first) return;
    const names = projectors.map(({ name }) => name);
    await first.db.updateTable('projection').set({ ordinal: until }).where('name', 'in', names).execute();
    for (const projector of projectors) projector.reached = until;
  }

  /** The ordinal of the last event that was applied or parked. */
  get checkpoint(): number {
    return this.reached;
  }

  wants(type: string): boolean {
    return handlerOf(this.projection, type) !== undefined;
  }

  /** Whether anything of the page is still to be applied here. */
  isConcernedBy(page: readonly LoggedFact[]): boolean {
    return page.some((item) => this.awaits(item));
  }

  /** Reads how far the table has come. */
  async resume(): Promise<void> {
    const stored = await this.db.selectFrom('projection').select('ordinal').where('name', '=', this.name).execute();
    this.reached = stored[0]?.ordinal ?? 0;
    this.blocks = null;
  }

  /** Applies a page of the log that ends at `until`, as far as it has not been. */
  async advance(page: readonly LoggedFact[], until: number, alsoWith?: Alongside): Promise<void> {
    const items = page.filter((item) => this.awaits(item));
    const blocks = this.blocks ?? (await this.loadBlocks());
    // What a fold blocks is only true once its transaction is.
    this.blocks = null;
    await this.apply(items, blocks, async (transaction, folded) => {
      await alsoWith?.(transaction, folded);
      await transaction.updateTable('projection').set({ ordinal: until }).where('name', '=', this.name).execute();
    });
    this.blocks = blocks;
    this.reached = until;
  }

  /**
   * Tries parked events again, oldest first. `page` answers the next of them; each is forgotten with the transaction
   * that applies it or parks it anew.
   */
  async retry(page: () => Promise<Readonly<{ items: readonly LoggedFact[]; forget: Alongside }>>): Promise<void> {
    const blocks = new Blocks();
    this.blocks = null;
    for (let { items, forget } = await page(); items.length > 0; { items, forget } = await page())
      await this.apply(items, blocks, forget);
    this.blocks = blocks;
  }

  private awaits({ ordinal, type }: LoggedFact): boolean {
    return ordinal > this.reached && this.wants(type);
  }

  private async apply(items: readonly LoggedFact[], blocks: Blocks, alongside: Alongside): Promise<void> {
    const plans = plan(this.projection, items);
    const rows = await this.rows.load(this.db, keysIn(plans));
    const check = this.rows.check.bind(this.rows);
    const folded = fold({ projection: this.projection, rows, blocks, check }, plans);
    await this.db.transaction().execute(async (transaction) => {
      await alongside(transaction, folded);
      await this.rows.write(transaction, folded.changed);
      await this.park(transaction, folded.parked);
    });
  }

  private async park(transaction: Database, parked: readonly ParkedFact[]): Promise<void> {
    const at = this.now();
    const rows = parked.map(({ ordinal, stream, key, reason, waitsFor }) => [
      ...[this.name, ordinal, stream, key],
      ...[reason, waitsFor, at],
    ]);
    await writeRows(transaction, PARKED, rows);
  }

  private async loadBlocks(): Promise<Blocks> {
    const blocks = new Blocks();
    const parked = await this.db
      .selectFrom('parked')
      .select(['stream', 'key', 'ordinal', 'waits_for'])
      .where('projection', '=', this.name)
      .orderBy('ordinal')
      .execute();
    for (const { waits_for, ordinal, ...place } of parked) blocks.add({ ...place, ordinal: waits_for ?? ordinal });
    return blocks;
  }
}
