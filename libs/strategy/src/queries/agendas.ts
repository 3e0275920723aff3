// What is due and late in each house: put together once, and answered until something changes or another day begins.
import { Injectable } from '@nestjs/common';
import { listReportingPeriods } from '@zielwerk/framework-read-model';
import { listGoals } from '@zielwerk/goals-read-model';
import { type IndicatorRow, listIndicators } from '@zielwerk/indicators-read-model';
import { germanDay, lastDayOf } from '@zielwerk/kernel';
import { listMeasures } from '@zielwerk/measures-read-model';

import { type AgendaFacts, agendaOn, type GoalTerm, type MeasureTerms, type ObservedIndicator } from '../agenda';
import { openGoalScope, rowsFor } from '../reading/audience';
import type { Moment } from '../reading/snapshots';
import type { Tables } from '../reading/tables';
import type { Agenda } from '../views/agenda';
import type { Reader } from '../views/answer';
import { indicatorProgressOf } from './indicator.view';

type House = Readonly<{ ministry: string; reader: Reader }>;

@Injectable()
export class Agendas {
  private readonly kept = new Map<string, Readonly<{ edition: string; day: string; agenda: Agenda }>>();

  /** Of a house that there is. `db` must be the transaction in which `moment` was read. */
  async at(db: Tables, { edition }: Moment, { ministry, reader }: House): Promise<Agenda> {
    const { day, limits } = reader;
    const key = `${ministry} ${rowsFor(reader.audience)}`;
    const kept = this.kept.get(key);
    if (kept?.edition === edition && kept.day === day) return kept.agenda;
    const agenda = agendaOn(await factsOf(db, { ministry, reader }), day, limits);
    this.kept.set(key, { edition, day, agenda });
    return agenda;
  }
}

const factsOf = async (db: Tables, house: House): Promise<AgendaFacts> => ({
  goals: await goalsOf(db, house),
  measures: await measuresOf(db, house),
  indicators: await indicatorsOf(db, house),
  reportBy: new Map((await listReportingPeriods(db)).map(({ period, report_by }) => [period, report_by])),
});

const goalsOf = async (db: Tables, { ministry, reader }: House): Promise<readonly GoalTerm[]> => {
  const rows = await listGoals(db, { audience: rowsFor(reader.audience), lead: ministry })
    .orderBy('goal.stream')
    .execute();
  return rows.map(({ goal_id, title, state, target_date }) => ({ id: goal_id, title, state, targetDate: target_date }));
};

const measuresOf = async (db: Tables, { ministry, reader }: House): Promise<readonly MeasureTerms[]> => {
  const rows = await listMeasures(db, { audience: rowsFor(reader.audience), ministry })
    .orderBy('measure.stream')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.measure_id, title: row.title, state: row.state, endsOn: row.ends_on },
    ...{ milestones: row.milestones, reportsSince: row.reports_since, lastPeriod: row.last_period },
  }));
};

const indicatorsOf = async (db: Tables, { ministry, reader }: House): Promise<readonly ObservedIndicator[]> => {
  const rows = await listIndicators(db, { scope: openGoalScope(db, reader.audience), ministry })
    .orderBy('indicator.stream')
    .execute();
  return rows.flatMap(waitedFor);
};

/** A milestone that is done needs no further value. Without a value the first is expected of the period in which it was defined. */
const waitedFor = (row: IndicatorRow): readonly ObservedIndicator[] => {
  const { indicator_id: id, title, kind, periodicity, latest_period, baseline_date } = row;
  if (periodicity === 'day' || (kind === 'milestone' && indicatorProgressOf(row).met === true)) return [];
  const from = germanDay(new Date(row.created_at));
  return [
    latest_period === null
      ? { id, title, periodicity, from, observed: baseline_date }
      : { id, title, periodicity, from: lastDayOf(latest_period), observed: lastDayOf(latest_period) },
  ];
};
