// Measures as a ministry's service records them, in the words of the contracts: ten events a stream.
import { measureEvents, type MeasureEvent } from '@zielwerk/contracts';
import type { NewEvent } from '@zielwerk/kernel';

export const EVENTS_PER_MEASURE = 10;
const DAY = '2026-06-30';
const TEXT = 'Die Fachverfahren der ersten Stufe sind angebunden; die Abnahme der zweiten Stufe hat begonnen. '.repeat(
  3,
);

const uuid = (kind: string, number: number): string =>
  `${kind}-0000-5000-8000-${number.toString(16).padStart(12, '0')}`;
export const measureStream = (measure: number): string => `mwu.measure-${uuid('00000003', measure)}`;

const planOf = (measure: number) => ({
  ...{ startsOn: '2026-01-01', endsOn: '2029-12-31', budgetLine: '15 02 / 533 01', needsNoMoney: false },
  charter: { purpose: `Zweck der Maßnahme ${measure}`, result: 'Ein Verfahren, das alle nutzen' },
  projectLead: { function: 'Referatsleitung 12', unit: 'Referat 12' },
  milestones: [{ milestone: 'start', title: 'Auftakt', baselineDate: '2026-03-31' }],
});

const eventsOf = (measure: number): readonly MeasureEvent[] => {
  const measureId = uuid('00000003', measure);
  const names = { measureId, reference: `M-${measure}`, title: `Maßnahme ${measure}`, description: TEXT };
  const plan = planOf(measure);
  const reports = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'].map((period, at) => ({
    type: 'MeasureProgressReported' as const,
    data: { measureId, period, percent: at * 10, text: TEXT, explanation: null },
  }));
  return [
    { type: 'MeasureProposed', data: names },
    { type: 'MeasurePlanned', data: { measureId, plan } },
    { type: 'MeasureReleased', data: { ...names, plan } },
    { type: 'MeasureBegun', data: { measureId } },
    ...reports,
  ];
};

/** A measure's whole life, as it is appended. */
export const newMeasureEvents = (measure: number): readonly NewEvent[] =>
  eventsOf(measure).map((event, at) => {
    const id = uuid('00000004', measure * EVENTS_PER_MEASURE + at);
    const who = { actor: '0190a1de-0000-7000-8000-00000000beef', ministry: 'mwu', function: 'Referatsleitung 12' };
    const cause = { correlationId: id, commandId: id, commandHash: 'R29hbHMgYW5kIG1lYXN1cmVzIG9mIGEgc3RhdGU=' };
    return { ...measureEvents.encode(event), meta: { id, occurredOn: DAY, ...who, ...cause } };
  });
