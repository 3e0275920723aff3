import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { listPillars, listThemes } from '@zielwerk/framework-read-model';
import { Jurisdiction } from '@zielwerk/platform';
import type { FastifyRequest } from 'fastify';

import { Snapshots } from '../reading/snapshots';
import { loadAssets } from './assets';
import { chooseLanguage, isLanguage } from './language';
import type { Names, Query, Site } from './site';
import { wordingOf } from './wording';

type Framework = Pick<Names, 'pillars' | 'themes'>;
const NONE: Framework = { pillars: [], themes: [] };

/** What pages need to know beside their content, for each request. */
@Injectable()
export class Sites {
  readonly assets = loadAssets();
  /** Another one after each start: a new release may say the same in another form. */
  readonly edition = randomUUID();

  constructor(
    private readonly jurisdiction: Jurisdiction,
    private readonly snapshots: Snapshots,
  ) {}

  /** With the names of pillars and themes as they stand now. */
  async of(request: FastifyRequest): Promise<Site> {
    const { view } = await this.snapshots.take(async (db) => ({
      pillars: (await listPillars(db)).map(({ pillar, title }) => ({ code: pillar, title })),
      themes: (await listThemes(db)).map(({ theme, pillar, title }) => ({ code: theme, pillar, title })),
    }));
    return this.with(request, view);
  }

  /** Without the names of pillars and themes, and without reading anything: also when nothing can be read. */
  bare(request: FastifyRequest): Site {
    return this.with(request, NONE);
  }

  private with(request: FastifyRequest, framework: Framework): Site {
    const { lang, ...query } = textsIn(request.query);
    const { name, sample, ministries } = this.jurisdiction;
    return {
      wording: wordingOf(chooseLanguage(lang, request.headers['accept-language'])),
      languageAsked: isLanguage(lang),
      names: { place: name, sample: sample === true, ministries, ...framework },
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
