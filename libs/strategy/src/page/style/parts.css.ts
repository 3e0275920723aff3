// What the pages are made of: cards, bars, forms, history.
export const partsCss = `
.zw-note {
  color: var(--zw-muted);
  font-size: 1rem;
  line-height: 1.5;
}
p.zw-note {
  margin-block: 0.25rem;
}
.zw-muted {
  color: var(--zw-muted);
}
.zw-text {
  max-width: 44rem;
}
.zw-empty,
.zw-refused {
  margin-block: 2rem;
  padding: 1.5rem;
  border-radius: 8px;
  background: var(--zw-surface);
}
.zw-plain-list {
  margin: 0;
  padding: 0;
  list-style: none;
}
.zw-bullets {
  padding-inline-start: 1.25rem;
}
.zw-buttons {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.75rem 1.5rem;
  margin-top: 1.5rem;
}
a.kern-btn {
  text-decoration: none;
}
.kern-description-list-item__value > p:first-child {
  margin-top: 0;
}
.zw-facts {
  gap: 0.25rem;
  max-width: 52rem;
}

.zw-cards {
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
  gap: 1.5rem;
  margin: 2rem 0 1rem;
  padding: 0;
  list-style: none;
}
@media (min-width: 48rem) {
  .zw-cards--three {
    grid-template-columns: repeat(3, minmax(0, 1fr));
  }
}
.zw-cards--two,
.zw-columns {
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr));
}
.zw-columns {
  display: grid;
  gap: 2.5rem;
  align-items: start;
  margin-top: 2rem;
}
.zw-card {
  min-width: 0;
  padding: 1.5rem;
  border: 1px solid var(--zw-border);
  border-radius: 8px;
}
.zw-card--next {
  margin-top: 1.5rem;
}
.zw-notice {
  max-width: 52rem;
  margin-block: 1rem;
  padding: 0.75rem 1.25rem;
  border-inline-start: 4px solid var(--zw-action);
  background: var(--zw-surface);
}
.zw-card--wide {
  grid-column: 1 / -1;
}
.zw-card__title {
  margin: 0 0 0.5rem;
  color: var(--zw-muted);
  font-size: 1rem;
  font-weight: 500;
}
.zw-card__title--next {
  margin-top: 1.5rem;
}
.zw-card__figure {
  margin: 0 0 0.5rem;
  font-size: 2.5rem;
  font-weight: 600;
  line-height: 1.1;
  font-variant-numeric: tabular-nums;
}
.zw-pair {
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
  gap: 1.5rem;
  margin-top: 1.5rem;
}
.zw-pillar {
  margin-top: 2.5rem;
}
.zw-pillar__head {
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  justify-content: space-between;
  gap: 0 1.5rem;
}

.zw-bar {
  gap: 0.25rem;
  width: 100%;
  min-width: 6rem;
}
.zw-bar__value {
  font-weight: 600;
  line-height: 1.25;
  font-variant-numeric: tabular-nums;
}
.zw-bar progress[value] {
  --kern-color-feedback-default-contextual: var(--zw-action);
  height: 0.5rem;
}
.zw-figure .zw-bar__value {
  font-size: 2rem;
}
.zw-figure {
  margin-block: 0.75rem;
}
.zw-met {
  font-weight: 600;
}
.zw-met::before {
  content: '○' / '';
  margin-inline-end: 0.4em;
}
.zw-met--yes::before {
  content: '✓' / '';
}

.zw-details {
  margin-top: 0.75rem;
}
.zw-details summary {
  width: fit-content;
  padding-block: 0.25rem;
  color: var(--zw-action);
  cursor: pointer;
  text-decoration: underline;
  text-underline-offset: 3px;
}
.zw-details summary:hover {
  text-decoration-thickness: 3px;
}
.zw-details code {
  overflow-wrap: anywhere;
  font-family: ui-monospace, monospace;
  font-size: 0.9375rem;
}

.zw-filter {
  margin-block: 1.5rem 2rem;
  padding: 1.5rem;
  border-radius: 8px;
  background: var(--zw-surface);
}
.zw-filter__fields {
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
  gap: 1.25rem 1.5rem;
}
@media (min-width: 66rem) {
  .zw-filter__text {
    grid-column: span 2;
  }
}
.zw-filter :is(.kern-form-input__input, .kern-form-input__select-wrapper) {
  background: var(--kern-color-layout-background-default);
}
.zw-filter .kern-form-input,
.zw-filter select {
  min-width: 0;
}
.zw-filter .kern-form-input {
  align-self: end;
}
.zw-filter h2 {
  margin-bottom: 0.75rem;
}

.zw-history {
  margin: 1rem 0 0;
  padding: 0;
  list-style: none;
}
.zw-history li {
  position: relative;
  padding: 0 0 1.25rem 1.75rem;
  border-inline-start: 2px solid var(--zw-border);
}
.zw-history li:last-child {
  border-color: transparent;
}
.zw-history li::before {
  content: '';
  position: absolute;
  inset-inline-start: -0.5rem;
  top: 0.375rem;
  width: 0.875rem;
  height: 0.875rem;
  border-radius: 50%;
  background: var(--zw-action);
}
.zw-history p {
  margin: 0;
}
.zw-history time {
  margin-inline-end: 0.75rem;
  font-variant-numeric: tabular-nums;
}
`;
