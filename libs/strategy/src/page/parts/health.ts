import type { DeclaredHealth, Health, Tally } from '../../views';
import { html, type Html } from '../html';
import type { Wording } from '../wording';

export type Light = Health | 'undeclared';
export const LIGHTS: readonly Light[] = ['green', 'amber', 'red', 'undeclared'];

// Each light has a shape of its own, so that nobody needs to tell the colours apart.
const SHAPES: Readonly<Record<Light, Html>> = {
  green: html`<circle cx="8" cy="8" r="7" /><path class="zw-light__sign" d="m4.6 8.3 2.3 2.3 4.5-4.9" />`,
  amber: html`<path d="M8 .8 15.6 14.6H.4Z" /><path class="zw-light__sign" d="M8 5.6v4.2M8 12v.3" />`,
  red: html`<path d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5Z" /><path
      class="zw-light__sign"
      d="m5.4 5.4 5.2 5.2m0-5.2-5.2 5.2"
    />`,
  undeclared: html`<circle class="zw-light__ring" cx="8" cy="8" r="6.2" />`,
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

/** One goal's light, in words and with its shape. */
export const lightBadge = ({ word }: Wording, declared: DeclaredHealth | null): Html => {
  const light = declared?.health ?? 'undeclared';
  return html`<span class="zw-badge zw-badge--${light}"
    >${lightIcon(light)}<span>${word('healthLong', light)}</span></span
  >`;
};

/** How many goals have which light: a bar for the eye, and the same in words. */
export const lightCounts = (wording: Wording, { total, byHealth }: Tally['goals']): Html => {
  if (total === 0) return html`<span class="zw-muted">${wording.text('health.noGoals')}</span>`;
  const shown = LIGHTS.filter((light) => byHealth[light] > 0);
  return html`<div class="zw-lights">
    ${stack(shown.map((light) => ({ light, share: byHealth[light] / total })))}
    <ul class="zw-lights__counts">
      ${shown.map(
        (light) =>
          html`<li>${lightIcon(light)} ${wording.number(byHealth[light])} ${wording.word('health', light)}</li>`,
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
