// A line chart without script: the lines are an SVG that fills its box, the axes are text beside it, so that the letters
// keep their size on every screen.
import { lastDayOf } from '@zielwerk/kernel';

import type { IndicatorDetail } from '../../views/indicator';
import { html, type Html } from '../html';
import type { Wording } from '../wording';
import { axisFor } from './axis';

type Point = Readonly<{ day: string; value: number }>;

const WIDTH = 100;
const HEIGHT = 60;

/** Observations as a line with points, the target path dashed. Nothing to show without an observation. */
export const lineChart = (wording: Wording, indicator: IndicatorDetail): Html | null => {
  const observations = indicator.observations.map(({ period, value }) => ({ day: lastDayOf(period), value }));
  if (observations.length === 0) return null;
  const path = targetPath(indicator);
  const scale = scaleFor([...observations, ...path]);
  const { text, number } = wording;
  return html`<figure class="zw-chart">
    <figcaption class="zw-note">${text('chart.unit', { unit: indicator.unit })}</figcaption>
    <div class="zw-chart__plot">
      <ul class="zw-chart__values" aria-hidden="true">
        ${scale.ticks.toReversed().map((tick) => html`<li>${number(tick)}</li>`)}
      </ul>
      <svg
        viewBox="0 0 ${WIDTH} ${HEIGHT}"
        preserveAspectRatio="none"
        role="img"
        aria-labelledby="bild-titel bild-text"
      >
        <title id="bild-titel">${text('chart.title', { title: indicator.title })}</title>
        <desc id="bild-text">${description(wording, indicator)}</desc>
        <path class="zw-chart__grid" d="${scale.ticks.map((tick) => `M0 ${scale.y(tick)}H${WIDTH}`).join('')}" />
        ${path.length > 0 && html`<path class="zw-chart__target" d="${polyline(path, scale)}" />`}
        ${path.length > 0 && html`<path class="zw-chart__targets" d="${dots(path, scale)}" />`}
        <path class="zw-chart__line" d="${polyline(observations, scale)}" />
        <path class="zw-chart__points" d="${dots(observations, scale)}" />
      </svg>
      <p class="zw-chart__days" aria-hidden="true">
        <span>${wording.day(scale.from)}</span> <span>${wording.day(scale.to)}</span>
      </p>
    </div>
    <ul class="zw-chart__legend" aria-hidden="true">
      <li><span class="zw-chart__key zw-chart__key--line"></span>${text('chart.observations')}</li>
      ${path.length > 0 && html`<li><span class="zw-chart__key zw-chart__key--target"></span>${text('chart.targetPath')}</li>`}
    </ul>
  </figure>`;
};

/** From the baseline, where its day is known, to the target. */
const targetPath = ({ baseline, targetPath: targets }: IndicatorDetail): readonly Point[] => {
  const path = targets.map(({ date, value }) => ({ day: date, value }));
  const start =
    path[0] && baseline?.date && baseline.date < path[0].day ? [{ day: baseline.date, value: baseline.value }] : [];
  return [...start, ...path];
};

type Scale = Readonly<{
  ticks: readonly number[];
  from: string;
  to: string;
  x: (day: string) => number;
  y: (value: number) => number;
}>;

const scaleFor = (points: readonly Point[]): Scale => {
  const days = points.map(({ day }) => day).toSorted();
  const [from, to] = [days[0] ?? '', days.at(-1) ?? ''];
  const ticks = axisFor(points.map(({ value }) => value));
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const length = Date.parse(to) - Date.parse(from);
  return {
    ticks,
    from,
    to,
    // A single day stands in the middle.
    x: (day) => round(length === 0 ? WIDTH / 2 : ((Date.parse(day) - Date.parse(from)) / length) * WIDTH),
    y: (value) => round(HEIGHT - ((value - low) / (high - low)) * HEIGHT),
  };
};

const round = (value: number) => Math.round(value * 100) / 100;
const at = ({ day, value }: Point, { x, y }: Scale) => `${x(day)} ${y(value)}`;
// A line of no length with round ends: a circle would be drawn out of shape with the box.
const dots = (points: readonly Point[], scale: Scale) => points.map((point) => `M${at(point, scale)}h0`).join('');
const polyline = (points: readonly Point[], scale: Scale) => `M${points.map((point) => at(point, scale)).join('L')}`;

const description = (wording: Wording, { observations, targetPath: targets, unit, decimals }: IndicatorDetail) => {
  const { text, number, period, day } = wording;
  const valueOf = (value: number) => text('indicator.value', { value: number(value, decimals), unit });
  const said = (observation: (typeof observations)[number] | undefined) =>
    observation ? text('chart.point', { value: valueOf(observation.value), period: period(observation.period) }) : '';
  const target = targets.at(-1);
  return [
    text('chart.described', { n: observations.length, first: said(observations[0]), last: said(observations.at(-1)) }),
    target && text('chart.path', { value: valueOf(target.value), day: day(target.date) }),
  ]
    .filter(Boolean)
    .join(' ');
};
