// What is due and late in a house of the small state.
import { agendaOn } from '../../agenda';
import type { Agenda } from '../../views/agenda';
import { asOf, goals, limits } from './fixture';
import { indicator, measure, milestones } from './fixture-parts';

/** Of everything that may be expected something is due and something late. */
export const agenda: Agenda = agendaOn(
  {
    goals: goals.map(({ goalId, title, state }, index) => ({
      ...{ id: goalId, title, state },
      targetDate: ['2026-12-29', '2026-12-30', '2026-09-29', null][index] ?? null,
    })),
    measures: [
      {
        ...{ id: measure.measureId, title: measure.title, state: 'underway', endsOn: '2026-09-30' },
        ...{ milestones, reportsSince: '2025-02-01', lastPeriod: '2025-Q4' },
      },
    ],
    indicators: [
      {
        id: indicator.indicatorId,
        title: indicator.title,
        periodicity: 'quarter',
        from: '2026-06-30',
        observed: '2026-06-30',
      },
      {
        id: '0190a1de-0000-7000-8000-000000000024',
        title: 'Zufriedenheit',
        periodicity: 'year',
        from: '2023-05-01',
        observed: '2023-12-31',
      },
    ],
    reportBy: new Map([['2026-Q3', '2026-10-31']]),
  },
  asOf.day,
  limits,
);
