// Pure: no framework, no clock, no I/O.
import type { ReportingPeriodEvent, ReportingPeriodOpened } from '@zielwerk/contracts';
import {
  type Circumstances,
  type Decider,
  type Decision,
  lastDayOf,
  type Message,
  rejections,
  sameData,
} from '@zielwerk/kernel';

export type ReportingPeriodCommand =
  Message<'OpenReportingPeriod', ReportingPeriodOpened> | Message<'CloseReportingPeriod', null>;

type OpenedPeriod = Readonly<{ status: 'open' | 'closed'; opened: ReportingPeriodOpened }>;
export type ReportingPeriod = Readonly<{ status: 'unopened' }> | OpenedPeriod;

const refuse = rejections({
  'report-due-before-period-ends': 'invalid',
  'period-already-open': 'conflict',
  'period-closed': 'conflict',
  'period-not-opened': 'not-found',
  'period-not-over': 'conflict',
});

const open = (data: ReportingPeriodOpened, state: ReportingPeriod): Decision<ReportingPeriodEvent> => {
  const { period, reportBy } = data;
  if (state.status === 'closed') return refuse('period-closed', `${period} is closed and stays so.`);
  if (state.status === 'open')
    return sameData(data, state.opened)
      ? []
      : refuse('period-already-open', `${period} is open; reports are due by ${state.opened.reportBy}.`);
  const ends = lastDayOf(period);
  if (reportBy < ends)
    return refuse('report-due-before-period-ends', `${period} lasts until ${ends}; reports are due then or later.`);
  return [{ type: 'ReportingPeriodOpened', data }];
};

const close = (
  { status, opened: { period } }: OpenedPeriod,
  { occurredOn }: Circumstances,
): Decision<ReportingPeriodEvent> => {
  if (status === 'closed') return [];
  const ends = lastDayOf(period);
  if (occurredOn < ends) return refuse('period-not-over', `${period} lasts until ${ends}.`);
  return [{ type: 'ReportingPeriodClosed', data: { period } }];
};

/** Berichtszeitraum: opened once by the strategy office, closed once it is over, never opened again. */
export const reportingPeriodDecider: Decider<ReportingPeriodCommand, ReportingPeriodEvent, ReportingPeriod> = {
  initialState: { status: 'unopened' },

  decide(command, state, circumstances) {
    if (command.type === 'OpenReportingPeriod') return open(command.data, state);
    if (state.status === 'unopened') return refuse('period-not-opened', 'No such reporting period was opened.');
    return close(state, circumstances);
  },

  evolve(state, event) {
    if (event.type === 'ReportingPeriodOpened') return { status: 'open', opened: event.data };
    return state.status === 'unopened' ? state : { ...state, status: 'closed' };
  },
};
