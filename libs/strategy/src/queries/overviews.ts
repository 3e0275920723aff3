// The overview as a view: added up once, and answered until something changes or another day begins.
import { Injectable } from '@nestjs/common';
import { Jurisdiction } from '@zielwerk/platform';

import { rowsFor } from '../reading/audience';
import type { Moment } from '../reading/snapshots';
import type { Tables } from '../reading/tables';
import type { Positions, Reader } from '../views/answer';
import type { OverviewView, PillarView, StrategyView, ThemeView } from '../views/overview';
import { ministryViews } from './ministry.view';
import { periodView } from './reporting-period.view';
import { readStatewide, type Statewide } from './statewide';
import { type Counted, grouped, measureTallyOf, tallyOf } from './tally';

@Injectable()
export class Overviews {
  private readonly kept = new Map<string, Readonly<{ edition: string; day: string; view: OverviewView }>>();

  constructor(private readonly jurisdiction: Jurisdiction) {}

  /** `db` must be the transaction in which `moment` was read. */
  async at(db: Tables, { edition, positions }: Moment, reader: Reader): Promise<OverviewView> {
    const rows = rowsFor(reader.audience);
    const { day } = reader;
    const kept = this.kept.get(rows);
    if (kept?.edition === edition && kept.day === day) return kept.view;
    const view = await this.addUp(db, positions, { ...reader, audience: rows });
    this.kept.set(rows, { edition, day, view });
    return view;
  }

  private async addUp(db: Tables, positions: Positions, reader: Reader): Promise<OverviewView> {
    const { jurisdiction } = this;
    const statewide = await readStatewide(db, reader);
    return {
      jurisdiction: { id: jurisdiction.id, name: jurisdiction.name, sample: jurisdiction.sample === true },
      tally: tallyOf(statewide.goals),
      measures: measureTallyOf(statewide.measures),
      indicators: statewide.indicators.reduce((sum, { indicators }) => sum + indicators, 0),
      limits: limitsIn(reader),
      strategies: statewide.strategies.map(strategyView).reverse(),
      reportingPeriods: statewide.periods.map((row) => periodView(row, statewide.reporting, reader.day)).reverse(),
      ...frameworkIn(statewide),
      ministries: await ministryViews(db, { statewide, jurisdiction, positions, day: reader.day }),
    };
  }
}

const limitsIn = ({ limits }: Reader): OverviewView['limits'] => ({
  forecastDelayDays: limits.forecastDelayDays,
  redBelowPathPercent: limits.redBelowPathPercent,
  amberBelowPathPercent: limits.amberBelowPathPercent,
  heavyWeightPercent: limits.heavyWeightPercent,
});

const strategyView = (row: Statewide['strategies'][number]): StrategyView => ({
  strategy: row.strategy,
  title: row.title,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  continues: row.continues,
});

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
