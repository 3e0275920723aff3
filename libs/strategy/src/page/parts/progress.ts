import type { IndicatorProgress, Median } from '../../views/figures';
import { html, type Html } from '../html';
import type { Wording } from '../wording';

/** A share of the way as number and bar. The number is not clamped, the bar is. */
export const bar = ({ text, percent }: Wording, value: number | null, label: string): Html => {
  if (value === null) return html`<span class="zw-muted">${text('progress.none')}</span>`;
  const length = Math.round(Math.min(1, Math.max(0, value)) * 1000) / 10;
  return html`<div class="zw-bar kern-progress">
    <span class="zw-bar__value">${percent(value)}</span>
    <progress value="${length}" max="100" aria-label="${label}">${percent(value)}</progress>
  </div>`;
};

/** The middle of a group, with the number of goals it was computed from. */
export const medianBar = (wording: Wording, { value, inputs }: Median, label: string): Html =>
  value === null
    ? html`<span class="zw-muted">${wording.text('figure.noBasis')}</span>`
    : html`${bar(wording, value, label)}<span class="zw-note"
          >${wording.text('figure.basis', { n: inputs.goals })}</span
        >`;

/** Kinds that are met or not say so in words. */
export const indicatorProgress = (wording: Wording, progress: IndicatorProgress, label: string): Html => {
  const { text } = wording;
  const { kind } = progress.inputs;
  if (kind === 'observed') return html`<span class="zw-muted">${text('progress.observed')}</span>`;
  if (progress.met === null) return bar(wording, progress.value, label);
  const [yes, no] = kind === 'milestone' ? (['progress.reached', 'progress.notReached'] as const) : MET;
  return html`<span class="zw-met zw-met--${progress.met ? 'yes' : 'no'}">${text(progress.met ? yes : no)}</span>`;
};

const MET = ['progress.met', 'progress.notMet'] as const;
