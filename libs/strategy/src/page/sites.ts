import { randomUUID } from 'node:crypto';

import { listMinistries } from '@zielwerk/cabinet-read-model';
import { listPillars, listThemes } from '@zielwerk/framework-read-model';
import { listGoalsById } from '@zielwerk/goals-read-model';
import type { Clock } from '@zielwerk/kernel';
import type { Jurisdiction } from '@zielwerk/platform';
import type { FastifyRequest } from 'fastify';

import type { Snapshots } from '../reading/snapshots';
import type { Tables } from '../reading/tables';
import { loadAssets } from './assets';
import { chooseLanguage, isLanguage } from './language';
import type { Names, Query, Site } from './site';
import { wordingOf } from './wording';

type Decided = Pick<Names, 'ministries' | 'pillars' | 'themes'>;
/** Goals by which a sample is known again. */
export type SampleGoals = readonly Readonly<{ goalId: string; title: string }>[];
export type SitesOf = Readonly<{ jurisdiction: Jurisdiction; clock: Clock; sample: SampleGoals }>;

/** What pages need to know beside their content, for each request. */
export class Sites {
  readonly assets = loadAssets();
  /** Another one after each start: a new release may say the same in another form. */
  readonly edition = randomUUID();

  /** Nothing is ever taken back: a sample that was there once stays. */
  private isSample = false;

  constructor(
    private readonly snapshots: Snapshots,
    private readonly given: SitesOf,
  ) {}

  /** With the names of ministries, pillars and themes as they stand today. */
  async of(request: FastifyRequest): Promise<Site> {
    const { jurisdiction, clock } = this.given;
    const { view } = await this.snapshots.take(async (db) => ({
      isSample: this.isSample || (await this.holdsSample(db)),
      ministries: await listMinistries(db, jurisdiction, clock.today()),
      pillars: (await listPillars(db)).map(({ pillar, title }) => ({ code: pillar, title })),
      themes: (await listThemes(db)).map(({ theme, pillar, title }) => ({ code: theme, pillar, title })),
    }));
    this.isSample = view.isSample;
    return this.with(request, view);
  }

  /** With the names of the jurisdiction file only, and without reading anything: also when nothing can be read. */
  bare(request: FastifyRequest): Site {
    const { ministries } = this.given.jurisdiction;
    return this.with(request, { ministries, pillars: [], themes: [] });
  }

  /** Another goal may have the id by its reference, but not with this title as well. */
  private async holdsSample(db: Tables): Promise<boolean> {
    const { jurisdiction, sample } = this.given;
    if (jurisdiction.sample !== true || sample.length === 0) return false;
    const titles = new Map(sample.map(({ goalId, title }) => [goalId, title]));
    const found = await listGoalsById(db, [...titles.keys()], 'government');
    return found.some(({ goal_id, title }) => titles.get(goal_id) === title);
  }

  private with(request: FastifyRequest, { ministries, pillars, themes }: Decided): Site {
    const { lang, ...query } = textsIn(request.query);
    const { name, sample } = this.given.jurisdiction;
    const madeUp = this.isSample ? 'facts' : 'names';
    return {
      wording: wordingOf(chooseLanguage(lang, request.headers['accept-language'])),
      languageAsked: isLanguage(lang),
      names: { place: name, sample: sample === true ? madeUp : null, ministries, pillars, themes },
      setDay: this.given.clock.setDay,
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
