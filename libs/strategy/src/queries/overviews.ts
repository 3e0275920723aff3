// The overview as a view: added up once, and answered until something changes.
import { Injectable } from '@nestjs/common';
import type { Audience } from '@zielwerk/contracts';
import { Jurisdiction } from '@zielwerk/platform';

import { rowsFor } from '../reading/audience';
import type { Moment } from '../reading/snapshots';
import type { Tables } from '../reading/tables';
import type { OverviewView, PillarView, ThemeView } from '../views';
import { ministryViews } from './ministry.view';
import { measureTallyOf, readStatewide, type Statewide } from './statewide';
import { type Counted, grouped, tallyOf } from './tally';

@Injectable()
export class Overviews {
  private readonly kept = new Map<string, Readonly<{ edition: string; view: OverviewView }>>();

  constructor(private readonly jurisdiction: Jurisdiction) {}

  /** `db` must be the transaction in which `moment` was read. */
  async at(db: Tables, moment: Moment, audience: Audience): Promise<OverviewView> {
    const rows = rowsFor(audience);
    const kept = this.kept.get(rows);
    if (kept?.edition === moment.edition) return kept.view;
    const view = await this.addUp(db, moment, rows);
    this.kept.set(rows, { edition: moment.edition, view });
    return view;
  }

  private async addUp(db: Tables, { positions }: Moment, audience: Audience): Promise<OverviewView> {
    const { jurisdiction } = this;
    const statewide = await readStatewide(db, audience);
    return {
      jurisdiction: { id: jurisdiction.id, name: jurisdiction.name, sample: jurisdiction.sample === true },
      tally: tallyOf(statewide.goals),
      measures: measureTallyOf(statewide.measures),
      indicators: statewide.indicators.reduce((sum, { indicators }) => sum + indicators, 0),
      ...frameworkIn(statewide),
      ministries: await ministryViews(db, { statewide, jurisdiction, positions }),
    };
  }
}

const frameworkIn = ({ goals, pillars, themes }: Statewide): Pick<OverviewView, 'pillars' | 'unassigned'> => {
  const byTheme = grouped(goals, ({ theme }) => theme);
  const goalsOf = (theme: string): readonly Counted[] => byTheme.get(theme) ?? [];
  const codes = new Set(pillars.map(({ pillar }) => pillar));
  const shown = new Set(themes.filter(({ pillar }) => codes.has(pillar)).map(({ theme }) => theme));
  return {
    pillars: pillars.map(({ pillar, title, description, place }): PillarView => {
      const below = themes.filter((theme) => theme.pillar === pillar);
      return {
        ...{ pillar, title, description, order: place },
        tally: tallyOf(below.flatMap(({ theme }) => goalsOf(theme))),
        themes: below.map((theme) => themeView(theme, goalsOf(theme.theme))),
      };
    }),
    unassigned: tallyOf(goals.filter(({ theme }) => !shown.has(theme))),
  };
};

const themeView = (row: Statewide['themes'][number], goals: readonly Counted[]): ThemeView => ({
  theme: row.theme,
  pillar: row.pillar,
  title: row.title,
  description: row.description,
  order: row.place,
  tally: tallyOf(goals),
});
