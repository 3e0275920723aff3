import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { listMinistries } from '@zielwerk/cabinet-read-model';
import { listPillars, listThemes } from '@zielwerk/framework-read-model';
import { Clock } from '@zielwerk/kernel';
import { Jurisdiction } from '@zielwerk/platform';
import type { FastifyRequest } from 'fastify';

import { Snapshots } from '../reading/snapshots';
import { loadAssets } from './assets';
import { chooseLanguage, isLanguage } from './language';
import type { Names, Query, Site } from './site';
import { wordingOf } from './wording';

type Decided = Pick<Names, 'ministries' | 'pillars' | 'themes'>;

/** What pages need to know beside their content, for each request. */
@Injectable()
export class Sites {
  readonly assets = loadAssets();
  /** Another one after each start: a new release may say the same in another form. */
  readonly edition = randomUUID();

  constructor(
    private readonly jurisdiction: Jurisdiction,
    private readonly snapshots: Snapshots,
    private readonly clock: Clock,
  ) {}

  /** With the names of ministries, pillars and themes as they stand today. */
  async of(request: FastifyRequest): Promise<Site> {
    const { view } = await this.snapshots.take(async (db) => ({
      ministries: await listMinistries(db, this.jurisdiction, this.clock.today()),
      pillars: (await listPillars(db)).map(({ pillar, title }) => ({ code: pillar, title })),
      themes: (await listThemes(db)).map(({ theme, pillar, title }) => ({ code: theme, pillar, title })),
    }));
    return this.with(request, view);
  }

  /** With the names of the jurisdiction file only, and without reading anything: also when nothing can be read. */
  bare(request: FastifyRequest): Site {
    const { ministries } = this.jurisdiction;
    return this.with(request, { ministries, pillars: [], themes: [] });
  }

  private with(request: FastifyRequest, decided: Decided): Site {
    const { lang, ...query } = textsIn(request.query);
    const { name, sample } = this.jurisdiction;
    return {
      wording: wordingOf(chooseLanguage(lang, request.headers['accept-language'])),
      languageAsked: isLanguage(lang),
      names: { place: name, sample: sample === true, ...decided },
      assets: this.assets,
      path: request.url.split('?')[0] ?? '/',
      query,
    };
  }
}

/** A name that is given twice is none. */
const textsIn = (query: unknown): Query =>
  Object.fromEntries(
    Object.entries(query ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
