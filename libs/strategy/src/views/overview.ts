// The whole strategy, its framework and its ministries as the read API answers them.
import type { CalendarDate } from '@zielwerk/kernel';

import type { Agenda } from './agenda';
import type { DependencyView } from './measure';
import type { MeasureTally, Tally } from './figures';

export type ThemeView = Readonly<{
  theme: string;
  pillar: string;
  title: string;
  description: string | null;
  order: number;
  tally: Tally;
}>;

export type PillarView = Readonly<{
  pillar: string;
  title: string;
  description: string | null;
  order: number;
  tally: Tally;
  themes: readonly ThemeView[];
}>;

/** How fresh what a ministry published is: null, -1 and 0 when nothing has arrived yet. `events` counts messages of its topic. */
export type Freshness = Readonly<{ lastRecordedAt: string | null; offset: number; events: number }>;

export type MinistryView = Readonly<{
  ministry: string;
  name: string;
  shortName: string;
  /** Goals it leads; a goal of several ministries counts once, at its lead. */
  tally: Tally;
  measures: MeasureTally;
  indicators: number;
  freshness: Freshness;
  /** The day on which it was dissolved, and the house that goes on; what it decided stays under its code. */
  dissolved: Readonly<{ on: CalendarDate; successor: string | null }> | null;
  /** What it received or gave, the earliest first. */
  remits: readonly RemitView[];
}>;

/** A ministry on its own, with what is due and what is late. */
export type MinistryDetail = MinistryView & Agenda;

/** A remit that went from one house to another, which has it from that day on. */
export type RemitView = Readonly<{ remit: string; from: string; to: string; on: CalendarDate }>;

/** A blocker of a measure in another house that asks this one for help. */
export type HelpRequestView = Readonly<{
  measureId: string;
  title: string;
  ministry: string;
  what: string;
  help: string | null;
}>;
/** A measure of another house that needs one of this house's before it. */
export type WaitingView = DependencyView &
  Readonly<{ waitsFor: Readonly<{ measureId: string; title: string | null }> }>;
export type RequestsView = Readonly<{ help: readonly HelpRequestView[]; waiting: readonly WaitingView[] }>;

export type StrategyView = Readonly<{
  strategy: string;
  title: string;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  /** The code of the strategy before it. */
  continues: string | null;
}>;

/** Of the measures that a house reports on now and that had begun by the end of the period. */
export type HouseReported = Readonly<{ ministry: string; measures: number; reported: number }>;
export type ReportingPeriodView = Readonly<{
  period: string;
  reportBy: CalendarDate;
  openedOn: CalendarDate;
  /** Null while it is open. */
  closedOn: CalendarDate | null;
  /** Open, and the day by which to report has passed. */
  overdue: boolean;
  houses: readonly HouseReported[];
}>;

export type OverviewView = Readonly<{
  jurisdiction: Readonly<{ id: string; name: string; sample: boolean }>;
  tally: Tally;
  measures: MeasureTally;
  indicators: number;
  /** From where on the computed health takes notice. */
  limits: Readonly<{
    forecastDelayDays: number;
    redBelowPathPercent: number;
    amberBelowPathPercent: number;
    heavyWeightPercent: number;
  }>;
  /** The latest first. */
  strategies: readonly StrategyView[];
  /** The latest first. */
  reportingPeriods: readonly ReportingPeriodView[];
  pillars: readonly PillarView[];
  /** Goals whose theme, or its pillar, nobody has defined yet. */
  unassigned: Tally;
  ministries: readonly MinistryView[];
}>;
