// The values of an indicator: reported, looked at, corrected.
import type { ObservationReportedV2 } from '@zielwerk/contracts';
import { type CalendarDate, firstDayOf, lastDayOf, periodicityOf, type Rejection, rejections } from '@zielwerk/kernel';

import type { Change, Facts, KnownIndicator, Observation, Orders, Rule } from './indicator';

const refuse = rejections({
  'period-already-observed': 'conflict',
  'period-of-other-kind': 'invalid',
  'period-not-over': 'invalid',
  'observation-unknown': 'not-found',
  'observation-superseded': 'conflict',
  'observation-settled': 'conflict',
});

type Said = Pick<ObservationReportedV2, 'period' | 'provisional'>;

// A final value stands for the whole period; a provisional one may come as soon as the period has begun.
const firstDayToReport = ({ period, provisional }: Said): CalendarDate =>
  provisional ? firstDayOf(period) : lastDayOf(period);

const objectionToDay = (said: Said, day: CalendarDate): Rejection | null => {
  const first = firstDayToReport(said);
  if (day >= first) return null;
  return refuse('period-not-over', `${said.period} ${said.provisional ? 'begins' : 'ends'} on ${first} only.`);
};

const leavesRoom = ({ standing, provisional }: Observation, said: Said): boolean =>
  standing === 'refused' || (provisional && !said.provisional);

const objectionToPeriod = (said: Said, { periodicity, observations }: KnownIndicator): Rejection | null => {
  const { period } = said;
  if (periodicityOf(period) !== periodicity)
    return refuse('period-of-other-kind', `The indicator is observed by the ${periodicity}; ${period} is not one.`);
  const observation = observations.get(period);
  if (!observation || leavesRoom(observation, said)) return null;
  return refuse('period-already-observed', `A value for ${period} is recorded; a correction is a fact of its own.`);
};

/** The value in force that the event of that revision gave. */
const observationAt = (revision: number, { observations, periods }: KnownIndicator): Observation | Rejection => {
  const inForce = observations.get(periods.get(revision) ?? '');
  if (!inForce) return refuse('observation-unknown', `The event of revision ${revision} gave no value.`);
  if (inForce.revision === revision) return inForce;
  return refuse(
    'observation-superseded',
    `The value for ${inForce.period} is the one of revision ${inForce.revision}, no longer that of ${revision}.`,
  );
};

const settled = ({ period, standing }: Observation): Rejection =>
  refuse('observation-settled', `The value for ${period} is ${standing}; a correction may still replace it.`);

export const observationRules = {
  ReportObservation: (data, indicator, { occurredOn }) =>
    objectionToPeriod(data, indicator) ?? objectionToDay(data, occurredOn) ?? [{ type: 'ObservationReported', data }],

  FindObservationPlausible: (data, indicator) => {
    const observation = observationAt(data.observation, indicator);
    if ('code' in observation) return observation;
    if (observation.standing === 'plausible') return [];
    return observation.standing === 'reported' ? [{ type: 'ObservationFoundPlausible', data }] : settled(observation);
  },

  RefuseObservation: (data, indicator) => {
    const observation = observationAt(data.observation, indicator);
    if ('code' in observation) return observation;
    if (observation.standing === 'refused' && observation.reason === data.reason) return [];
    return observation.standing === 'reported' ? [{ type: 'ObservationRefused', data }] : settled(observation);
  },

  CorrectObservation: (correction, indicator, { occurredOn }) => {
    const observation = observationAt(correction.corrects, indicator);
    if ('code' in observation) return observation;
    const { standing, period, value, provisional } = observation;
    if (standing !== 'refused' && value === correction.value && provisional === correction.provisional) return [];
    const data = { ...correction, period };
    return objectionToDay(data, occurredOn) ?? [{ type: 'ObservationCorrected', data }];
  },
} satisfies { readonly [Type in keyof Orders]?: Rule<Orders[Type]> };

const given = (
  { observations, periods, revision }: KnownIndicator,
  said: Omit<Observation, 'revision'>,
): Partial<KnownIndicator> => ({
  observations: new Map(observations).set(said.period, { ...said, revision }),
  periods: new Map(periods).set(revision, said.period),
});

const judged = (
  { observations, periods }: KnownIndicator,
  revision: number,
  verdict: Pick<Observation, 'standing' | 'reason'>,
): Partial<KnownIndicator> => {
  const observation = observations.get(periods.get(revision) ?? '');
  return observation
    ? { observations: new Map(observations).set(observation.period, { ...observation, ...verdict }) }
    : {};
};

export const observationChanges = {
  ObservationReported: ({ period, value, provisional }, indicator) =>
    given(indicator, { standing: 'reported', period, value, provisional, reason: null }),
  ObservationFoundPlausible: ({ observation }, indicator) =>
    judged(indicator, observation, { standing: 'plausible', reason: null }),
  ObservationRefused: ({ observation, reason }, indicator) =>
    judged(indicator, observation, { standing: 'refused', reason }),
  ObservationCorrected: ({ period, value, provisional, reason }, indicator) =>
    given(indicator, { standing: 'corrected', period, value, provisional, reason }),
} satisfies { readonly [Type in keyof Facts]?: Change<Facts[Type]> };
