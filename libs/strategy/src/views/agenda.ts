// What a house has before it, and what it is behind with, as the read API answers it.
import type { CalendarDate } from '@zielwerk/kernel';

/** The target date of a goal, a milestone or the end of a measure, a report on a measure, a value of an indicator. */
export type AgendaKind = 'goal-target' | 'milestone' | 'measure-end' | 'progress-report' | 'observation';

export type AgendaEntry = Readonly<{
  kind: AgendaKind;
  /** By when. Of several periods that are late: by when the first one was due. */
  day: CalendarDate;
  /** From the day of the answer until then; of what is late, since then. */
  days: number;
  thing: 'goal' | 'measure' | 'indicator';
  id: string;
  title: string;
  milestone: Readonly<{ milestone: string; title: string }> | null;
  /** The periods that wait for a report or a value, the earliest first; else empty. */
  periods: readonly string[];
}>;

/** Both by day, of the day of the answer. */
export type Agenda = Readonly<{
  /** How far `due` looks ahead. */
  dueWithinDays: number;
  /** From the day of the answer on, that day and the last one included. */
  due: readonly AgendaEntry[];
  /** Due before the day of the answer, and still open. */
  late: readonly AgendaEntry[];
}>;
