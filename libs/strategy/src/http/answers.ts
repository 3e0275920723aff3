// What all answers have in common: the day and positions they are true of, an ETag, and who may keep them how long.
import { hash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import { Injectable } from '@nestjs/common';
import { type Query, QueryBus } from '@nestjs/cqrs';
import { Rejected } from '@zielwerk/platform';
import type { ReadModel } from '@zielwerk/projection-engine';

import { chooseLanguage } from '../page/language';
import { readableEvents } from '../queries/event.view';
import { type Moment, type Snapshot, Snapshots } from '../reading/snapshots';
import type { StrategyTables } from '../reading/tables';
import type { Answer, Reader } from '../views/answer';
import type { Exchange } from './exchange';
import { Readers } from './readers';

/** The part of the read model that can be waited for. */
export abstract class Arrivals {
  abstract waitFor: ReadModel<StrategyTables>['waitFor'];
}

const PATIENCE_MS = 2000;

/** Asks the query; whatever it answers null for does not exist for this reader. */
type Asking<View> = (reader: Reader) => Query<Snapshot<View | null>>;

@Injectable()
export class Answers {
  constructor(
    private readonly queries: QueryBus,
    private readonly snapshots: Snapshots,
    private readonly arrivals: Arrivals,
    private readonly readers: Readers,
  ) {}

  /**
   * The answer, and its headers on the reply; undefined, with status 304, when the reader has it already. `after` is
   * `<stream>@<revision>`. Throws Rejected (not-found) when there is nothing that this reader may see.
   */
  async give<View extends object>(
    exchange: Exchange,
    after: string | undefined,
    ask: Asking<View>,
  ): Promise<Answer<View> | undefined> {
    const { request, reply } = exchange;
    const reader = this.readers.of(request);
    const arrived = await this.hasArrived(after, reader);
    void reply.headers({ 'cache-control': 'no-cache', vary: 'Authorization, Accept-Language' });
    if (arrived && (await this.has(exchange, reader))) {
      void reply.status(304).header('etag', request.headers['if-none-match']);
      return undefined;
    }
    const { view, ...moment } = await this.queries.execute(ask(reader));
    if (view === null) throw nothingHere();
    if (arrived) void reply.header('etag', etagOf(moment, reader, exchange));
    return {
      ...view,
      asOf: { day: reader.day, positions: moment.positions },
      ...(!arrived && { stale: true, staleReason: `${after ?? ''} has not arrived yet; this is the state before it.` }),
    };
  }

  /** Nothing is read for who has nothing yet. */
  private async has(exchange: Exchange, reader: Reader): Promise<boolean> {
    const known = exchange.request.headers['if-none-match'];
    if (known === undefined) return false;
    const etag = etagOf(await this.snapshots.now(), reader, exchange);
    return known.split(/\s*,\s*/u).some((one) => one.replace(/^W\//u, '') === etag);
  }

  private async hasArrived(after: string | undefined, { audience }: Reader): Promise<boolean> {
    if (after === undefined) return true;
    const [stream = '', revision] = after.split('@');
    const asked = Date.now();
    if (!(await this.arrivals.waitFor(stream, Number(revision), PATIENCE_MS))) return false;
    if (audience !== 'public' || (await this.isPublic(stream, Number(revision)))) return true;
    // As long as for an event that does not exist: neither the answer nor its time may tell the one from the other.
    await pause(Math.max(0, asked + PATIENCE_MS - Date.now()));
    return false;
  }

  private async isPublic(stream: string, revision: number): Promise<boolean> {
    const { view } = await this.snapshots.take((db) =>
      readableEvents(db, 'public')
        .where('event.stream', '=', stream)
        .where('event.revision', '=', revision)
        .executeTakeFirst(),
    );
    return view !== undefined;
  }
}

export const nothingHere = (): Rejected =>
  new Rejected({ code: 'not-found', kind: 'not-found', detail: 'There is nothing here that you may see.' });

/** Another one for each address, form, edition, day, audience and language. */
const etagOf = (
  { edition, positions }: Moment,
  { audience, day }: Reader,
  { request: { url, headers }, form = '' }: Exchange,
): string => {
  const language = chooseLanguage(undefined, headers['accept-language']);
  return `"${hash('sha256', JSON.stringify([url, form, edition, positions, audience, day, language]), 'base64url')}"`;
};
