import type { ComputedLight, Health } from '../../views/figures';
import type { DeclaredHealth } from '../../views/goal';
import { html, type Html, type Part } from '../html';
import type { Wording } from '../wording';

export type Declared = Health | 'undeclared';
/** What the public form offers to choose from. */
export const LIGHTS: readonly Declared[] = ['green', 'amber', 'red', 'undeclared'];

export type Light = Declared | ComputedLight | 'ended' | 'notRunning';
const ORDER: readonly Light[] = [...LIGHTS, 'grey', 'ended', 'notRunning'];

const RING = html`<circle class="zw-light__ring" cx="8" cy="8" r="6.2" />`;
const DOT = html`<circle cx="8" cy="8" r="3" />`;

// Each light has a shape of its own, so that nobody needs to tell the colours apart.
const SHAPES: Readonly<Record<Light, Html>> = {
  green: html`<circle cx="8" cy="8" r="7" /><path class="zw-light__sign" d="m4.6 8.3 2.3 2.3 4.5-4.9" />`,
  amber: html`<path d="M8 .8 15.6 14.6H.4Z" /><path class="zw-light__sign" d="M8 5.6v4.2M8 12v.3" />`,
  red: html`<path d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5Z" /><path
      class="zw-light__sign"
      d="m5.4 5.4 5.2 5.2m0-5.2-5.2 5.2"
    />`,
  undeclared: RING,
  grey: html`<circle cx="8" cy="8" r="7" /><path class="zw-light__sign" d="M4.6 8h6.8" />`,
  ended: DOT,
  notRunning: DOT,
};

export const lightIcon = (light: Light): Html =>
  html`<svg
    class="zw-light zw-light--${light}"
    viewBox="0 0 16 16"
    width="16"
    height="16"
    aria-hidden="true"
    focusable="false"
  >
    ${SHAPES[light]}
  </svg>`;

/** A light in words and with its shape. */
export const lightBadge = ({ word }: Wording, light: Light, form: 'health' | 'healthLong' = 'healthLong'): Html =>
  html`<span class="zw-badge zw-badge--${light}">${lightIcon(light)}<span>${word(form, light)}</span></span>`;

type Judged = Readonly<{
  declaredHealth: DeclaredHealth | null;
  computedHealth: Readonly<{ health: ComputedLight }> | null;
  conflict: boolean;
}>;

/** Both lights of a goal or a measure, one below the other; `none` stands where nothing is computed. */
export const bothLights = (
  wording: Wording,
  { declaredHealth, computedHealth, conflict }: Judged,
  none: 'ended' | 'notRunning',
): Html => {
  const { text } = wording;
  return html`<dl class="zw-both">
      <div>
        <dt>${text('health.declared')}</dt>
        <dd>${lightBadge(wording, declaredHealth?.health ?? 'undeclared', 'health')}</dd>
      </div>
      <div>
        <dt>${text('health.computed')}</dt>
        <dd>${lightBadge(wording, computedHealth?.health ?? none, 'health')}</dd>
      </div>
    </dl>
    ${conflict && html`<p class="zw-conflict">${text('health.conflict')}</p>`}`;
};

type Computed = Readonly<{ computedHealth: Readonly<{ day: string }> | null }>;

/** Below a table: the day of its computed lights, and where their rule is shown. */
export const computedOn = (
  { text, day }: Wording,
  judged: readonly Computed[],
  key: 'health.goalsAsOf' | 'health.measuresAsOf',
): Part => {
  const [first] = judged.flatMap(({ computedHealth }) => computedHealth ?? []);
  return first && html`<p class="zw-note">${text(key, { day: day(first.day) })}</p>`;
};

type Counts = Readonly<Partial<Record<Light, number>>>;

/** How many have which light: a bar for the eye, and the same in words. `empty` is said where there are none. */
export const lightCounts = (wording: Wording, counts: Counts, empty: string): Html => {
  const shown = ORDER.flatMap((light) => {
    const count = counts[light] ?? 0;
    return count === 0 ? [] : [{ light, count }];
  });
  const total = shown.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return html`<span class="zw-muted">${empty}</span>`;
  return html`<div class="zw-lights">
    ${stack(shown.map(({ light, count }) => ({ light, share: count / total })))}
    <ul class="zw-lights__counts">
      ${shown.map(
        ({ light, count }) =>
          html`<li>${lightIcon(light)} ${wording.number(count)} ${wording.word('health', light)}</li>`,
      )}
    </ul>
  </div>`;
};

const stack = (parts: readonly Readonly<{ light: Light; share: number }>[]) => {
  const starts = parts.map((_, index) => parts.slice(0, index).reduce((sum, { share }) => sum + share, 0));
  return html`<svg
    class="zw-lights__bar"
    viewBox="0 0 100 1"
    preserveAspectRatio="none"
    aria-hidden="true"
    focusable="false"
  >
    ${parts.map(
      ({ light, share }, index) =>
        html`<rect
          class="zw-fill--${light}"
          x="${round((starts[index] ?? 0) * 100)}"
          y="0"
          width="${round(share * 100)}"
          height="1"
        />`,
    )}
  </svg>`;
};

const round = (value: number) => Math.round(value * 1000) / 1000;
