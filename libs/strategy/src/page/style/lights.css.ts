// Traffic lights, alone, in pairs and counted.
export const lightsCss = `
.zw-badges {
  display: flex;
  flex-wrap: wrap;
  gap: 0.5rem;
}
.zw-badge {
  display: inline-flex;
  align-items: center;
  gap: 0.5rem;
  padding: 0.125rem 0.75rem;
  border: 1px solid var(--zw-border);
  border-radius: 4px;
  background: var(--zw-surface);
  font-size: 1rem;
  font-weight: 500;
  line-height: 1.5;
}
.zw-light {
  flex: none;
}
.zw-light--green,
.zw-fill--green {
  fill: var(--zw-green);
}
.zw-light--amber,
.zw-fill--amber {
  fill: var(--zw-amber);
}
.zw-light--red,
.zw-fill--red {
  fill: var(--zw-red);
}
.zw-light--grey,
.zw-light--ended,
.zw-light--notRunning,
.zw-fill--grey,
.zw-fill--ended,
.zw-fill--notRunning,
.zw-light--undeclared,
.zw-fill--undeclared {
  fill: var(--zw-none);
}
.zw-light__ring {
  fill: none;
  stroke: var(--zw-muted);
  stroke-width: 1.6;
  stroke-dasharray: 2.6 2.2;
}
.zw-light__sign {
  fill: none;
  stroke: var(--zw-sign);
  stroke-width: 2;
  stroke-linecap: round;
}
.zw-light--amber .zw-light__sign {
  stroke: var(--kern-color-black);
}
.zw-lights {
  min-width: 8rem;
}
.zw-lights__bar {
  width: 100%;
  height: 0.625rem;
  margin-top: 0.4rem;
  border-radius: 2px;
}
.zw-lights__counts {
  display: flex;
  flex-wrap: wrap;
  gap: 0.125rem 1rem;
  margin: 0.375rem 0 0;
  padding: 0;
  list-style: none;
}
.zw-lights__counts li {
  display: inline-flex;
  align-items: center;
  gap: 0.375rem;
  white-space: nowrap;
}

.zw-both {
  display: grid;
  gap: 0.375rem;
  margin: 0;
}
.zw-both div {
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  gap: 0.125rem 0.375rem;
}
.zw-both .zw-badge {
  gap: 0.375rem;
  padding-inline: 0.5rem;
}
.zw-both dt {
  min-width: 4.75rem;
  color: var(--zw-muted);
  font-size: 1rem;
}
.zw-both dd {
  margin: 0;
}
.zw-conflict {
  font-weight: 600;
}
.zw-conflict::before {
  content: '≠' / '';
  margin-inline-end: 0.4em;
}
`;
