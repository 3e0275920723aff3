import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Jurisdiction } from '@zielwerk/platform';

import { type Snapshot, Snapshots } from '../reading/snapshots';
import type { OverviewView, PillarView, Reader, ThemeView } from '../views';
import { ministryViews } from './ministry.view';
import { measureTallyOf, type Statewide } from './statewide';
import { StatewideCache } from './statewide.cache';
import { type Counted, grouped, tallyOf } from './tally';

/** The whole strategy in figures. */
export class ShowOverview extends Query<Snapshot<OverviewView>> {
  constructor(readonly reader: Reader) {
    super();
  }
}

@QueryHandler(ShowOverview)
export class ShowOverviewHandler implements IQueryHandler<ShowOverview> {
  constructor(
    private readonly snapshots: Snapshots,
    private readonly statewide: StatewideCache,
    private readonly jurisdiction: Jurisdiction,
  ) {}

  execute({ reader: { audience } }: ShowOverview): Promise<Snapshot<OverviewView>> {
    return this.snapshots.take(async (db, moment) => {
      const statewide = await this.statewide.at(db, moment, audience);
      const { id, name, sample } = this.jurisdiction;
      return {
        jurisdiction: { id, name, sample: sample === true },
        ...strategyIn(statewide),
        ministries: await ministryViews(db, {
          statewide,
          jurisdiction: this.jurisdiction,
          positions: moment.positions,
        }),
      };
    });
  }
}

const strategyIn = ({ goals, measures, indicators, pillars, themes }: Statewide) => {
  const byTheme = grouped(goals, ({ theme }) => theme);
  const goalsOf = (theme: string): readonly Counted[] => byTheme.get(theme) ?? [];
  const codes = new Set(pillars.map(({ pillar }) => pillar));
  const shown = new Set(themes.filter(({ pillar }) => codes.has(pillar)).map(({ theme }) => theme));
  return {
    tally: tallyOf(goals),
    measures: measureTallyOf(measures),
    indicators: indicators.reduce((sum, row) => sum + row.indicators, 0),
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
