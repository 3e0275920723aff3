// How far a measure has come, and how its lead judges it.
import type { Blocker, MeasureProgressReported } from '@zielwerk/contracts';
import { lastDayOf, type Rejection, rejections, sameData } from '@zielwerk/kernel';

import type { Changes, KnownMeasure, Rules } from './measure';
import { objectionUnlessUnderway, objectionToLead, objectionUnlessInWork } from './objections';

const refuse = rejections({
  'period-closed': 'conflict',
  'period-not-over': 'invalid',
  'period-before-begin': 'invalid',
  'setback-unexplained': 'invalid',
  'nothing-to-correct': 'not-found',
  'help-incomplete': 'invalid',
  'help-from-own-house': 'invalid',
});

/** As they were corrected, the one for the earliest period first. */
export const reportsOf = ({ reports }: KnownMeasure) =>
  [...reports.values()].sort((one, other) => (lastDayOf(one.period) < lastDayOf(other.period) ? -1 : 1));

const objectionToReport = (report: MeasureProgressReported, measure: KnownMeasure): Rejection | null => {
  const { period, percent, explanation } = report;
  const last = reportsOf(measure).at(-1);
  if (measure.begunOn !== null && lastDayOf(period) < measure.begunOn)
    return refuse('period-before-begin', `The measure began on ${measure.begunOn}, after ${period} had ended.`);
  if (!last) return null;
  if (lastDayOf(period) <= lastDayOf(last.period))
    return refuse('period-closed', `Progress was reported up to ${last.period}; ${period} is closed.`);
  if (percent < last.percent && explanation === null)
    return refuse('setback-unexplained', `Progress fell from ${last.percent} % to ${percent} %: say why.`);
  return null;
};

const objectionToHelp = (blockers: readonly Blocker[], ministry: string): Rejection | null => {
  const incomplete = blockers.find(({ helpFrom, help }) => (helpFrom === null) !== (help === null));
  if (incomplete)
    return refuse('help-incomplete', `Say who is asked to help and with what, or neither: «${incomplete.what}».`);
  return blockers.some(({ helpFrom }) => helpFrom === ministry)
    ? refuse('help-from-own-house', `${ministry} leads the measure; help is asked of another ministry.`)
    : null;
};

export const progressRules = {
  ReportMeasureProgress: (report, measure, { by, occurredOn }) => {
    const objection = objectionUnlessUnderway(measure) ?? objectionToLead(measure, by);
    if (objection) return objection;
    const ends = lastDayOf(report.period);
    if (occurredOn < ends) return refuse('period-not-over', `${report.period} lasts until ${ends}.`);
    return objectionToReport(report, measure) ?? [{ type: 'MeasureProgressReported', data: report }];
  },

  CorrectMeasureProgress: (correction, { reports }) => {
    const { corrects, percent, text } = correction;
    const asCorrected = [...reports.values()].filter((report) => report.corrects === corrects);
    const report = reports.get(corrects);
    if ([report, ...asCorrected].some((said) => said?.percent === percent && said.text === text)) return [];
    if (!report)
      return refuse(
        'nothing-to-correct',
        `No report stands at revision ${corrects}; a corrected one stands at its correction's.`,
      );
    return [{ type: 'MeasureProgressCorrected', data: { ...correction, period: report.period } }];
  },

  DeclareMeasureHealth: (declared, measure, { by }) => {
    const objection = objectionUnlessInWork(measure) ?? objectionToLead(measure, by);
    if (objection) return objection;
    if (sameData(declared, measure.health)) return [];
    return objectionToHelp(declared.blockers, by.ministry) ?? [{ type: 'MeasureHealthDeclared', data: declared }];
  },
} satisfies Partial<Rules>;

export const progressChanges = {
  MeasureProgressReported: ({ period, percent, text }, { reports, revision }) => ({
    reports: new Map(reports).set(revision, { period, percent, text, corrects: null }),
  }),
  MeasureProgressCorrected: ({ corrects, period, percent, text }, { reports, revision }) => {
    const others = [...reports].filter(([reported]) => reported !== corrects);
    return { reports: new Map(others).set(revision, { period, percent, text, corrects }) };
  },
  MeasureHealthDeclared: (health, _measure, healthOn) => ({ health, healthOn }),
} satisfies Partial<Changes>;
