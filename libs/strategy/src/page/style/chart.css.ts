// The line chart: an SVG that fills its box, and text around it.
export const chartCss = `
.zw-chart {
  max-width: 52rem;
  margin: 1.5rem 0;
}
.zw-chart__plot {
  display: grid;
  grid-template-columns: max-content minmax(0, 1fr);
  gap: 0.5rem 0.75rem;
  margin-top: 1rem;
  font-size: 1rem;
}
.zw-chart__values {
  display: flex;
  flex-direction: column;
  justify-content: space-between;
  margin: -0.75rem 0;
  padding: 0;
  list-style: none;
  color: var(--zw-muted);
  text-align: end;
  font-variant-numeric: tabular-nums;
}
.zw-chart__values li {
  line-height: 1.5rem;
}
.zw-chart svg {
  width: 100%;
  height: clamp(12rem, 34vw, 20rem);
  overflow: visible;
}
.zw-chart path {
  fill: none;
  vector-effect: non-scaling-stroke;
}
.zw-chart__grid {
  stroke: var(--zw-border);
  stroke-width: 1px;
}
.zw-chart__line,
.zw-chart__points {
  stroke: var(--zw-action);
  stroke-width: 2.5px;
  stroke-linejoin: round;
}
.zw-chart__points {
  stroke-width: 9px;
  stroke-linecap: round;
}
.zw-chart__target,
.zw-chart__targets {
  stroke: var(--zw-muted);
  stroke-width: 2px;
  stroke-dasharray: 6 5;
}
.zw-chart__targets {
  stroke-width: 7px;
  stroke-linecap: square;
  stroke-dasharray: none;
}
.zw-chart__days {
  grid-column: 2;
  display: flex;
  justify-content: space-between;
  gap: 1rem;
  margin: 0;
  color: var(--zw-muted);
}
.zw-chart__legend {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 1.5rem;
  margin: 0.75rem 0 0;
  padding: 0;
  list-style: none;
  font-size: 1rem;
}
.zw-chart__legend li {
  display: inline-flex;
  align-items: center;
  gap: 0.5rem;
}
.zw-chart__key {
  width: 2rem;
  border-top: 3px solid var(--zw-action);
}
.zw-chart__key--target {
  border-top: 2px dashed var(--zw-muted);
}
`;
