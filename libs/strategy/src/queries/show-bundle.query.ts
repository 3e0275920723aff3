import type { WrittenTables } from '@zielwerk/bundle';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';

import { type Snapshot, Snapshots } from '../reading/snapshots';
import type { Reader } from '../views/answer';
import { Bundles } from './bundles';

export type BundleView = Readonly<{ tables: WrittenTables }>;

/** The strategy as the tables of a bundle, as far as the reader may see it: of all houses, or what one house leads. */
export class ShowBundle extends Query<Snapshot<BundleView>> {
  constructor(
    readonly ministry: string | undefined,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ShowBundle)
export class ShowBundleHandler implements IQueryHandler<ShowBundle> {
  constructor(
    private readonly snapshots: Snapshots,
    private readonly bundles: Bundles,
  ) {}

  execute({ ministry, reader: { audience } }: ShowBundle): Promise<Snapshot<BundleView>> {
    return this.snapshots.take(async (db, moment) => {
      const tables = await this.bundles.at(db, moment, audience);
      return { tables: ministry === undefined ? tables : ledBy(ministry, tables) };
    });
  }
}

const ledBy = (ministry: string, tables: WrittenTables): WrittenTables =>
  Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [
      name,
      rows.filter(({ stream }) => stream.startsWith(`${ministry}.`)),
    ]),
  ) as unknown as WrittenTables;
