// The frame of every page, on the tokens of the design system: they also bring the dark scheme.
export const pageCss = `
:root {
  --zw-ink: var(--kern-color-layout-text-default);
  --zw-muted: var(--kern-color-layout-text-muted);
  --zw-surface: var(--kern-color-layout-background-hued);
  --zw-border: var(--kern-color-decorative-border-default);
  --zw-action: var(--kern-color-action-default);
  --zw-green: var(--kern-color-green-550);
  --zw-amber: var(--kern-color-orange-300);
  --zw-red: var(--kern-color-red-600);
  --zw-none: var(--kern-color-neutral-400);
  --zw-sign: var(--kern-color-white);
  --zw-banner: var(--kern-color-lightblue-025);
}
@media (prefers-color-scheme: dark) {
  :root {
    --zw-green: var(--kern-color-green-400);
    --zw-amber: var(--kern-color-orange-250);
    --zw-red: var(--kern-color-red-400);
    --zw-none: var(--kern-color-neutral-400);
    --zw-sign: var(--kern-color-black);
    --zw-banner: var(--kern-color-lightblue-900);
  }
}

body {
  margin: 0;
  min-height: 100vh;
  display: flex;
  flex-direction: column;
  color: var(--zw-ink);
  font-size: 1.125rem;
  line-height: 1.5;
  overflow-wrap: break-word;
  hyphens: auto;
}
.zw-width {
  box-sizing: border-box;
  width: 100%;
  max-width: 77rem;
  margin-inline: auto;
  padding-inline: 1rem;
}
main.zw-width {
  flex: 1;
  padding-block: 1.5rem 3rem;
}
main:focus {
  outline: none;
}
main > section {
  margin-top: 3.5rem;
}
p,
ul,
ol {
  margin-block: 0.5rem;
}
:where(h1, h2, h3) {
  text-wrap: balance;
}
section > h2 {
  margin-bottom: 0.5rem;
}

.zw-link {
  color: var(--zw-action);
  text-decoration-thickness: 1px;
  text-underline-offset: 3px;
}
.zw-link:hover {
  text-decoration-thickness: 3px;
}
:is(a, summary, button):focus-visible {
  outline: 4px solid var(--kern-color-action-focus-default);
  outline-offset: 2px;
  border-radius: 2px;
}
.zw-skip {
  position: absolute;
  inset-inline-start: 1rem;
  top: -6rem;
  z-index: 2;
  padding: 0.75rem 1.25rem;
  color: var(--kern-color-action-on-default);
  background: var(--zw-action);
}
.zw-skip:focus {
  top: 0.5rem;
}

.zw-strip {
  background: var(--zw-surface);
  font-size: 1rem;
}
.zw-strip__content {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  gap: 0 1.5rem;
}
.zw-languages ul,
.zw-nav ul {
  display: flex;
  flex-wrap: wrap;
  margin: 0;
  padding: 0;
  list-style: none;
}
.zw-languages ul {
  gap: 0.25rem;
  margin-inline-end: -0.75rem;
}
.zw-languages a {
  display: block;
  padding: 0.5rem 0.75rem;
  color: var(--zw-action);
  text-underline-offset: 3px;
}
.zw-languages a[aria-current] {
  color: var(--zw-ink);
  font-weight: 600;
  text-decoration: none;
}
.zw-header {
  border-bottom: 1px solid var(--zw-border);
}
.zw-brand {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  gap: 0 2rem;
  padding-block: 0.75rem 0;
}
.zw-brand__home {
  display: flex;
  align-items: center;
  gap: 0.75rem;
  padding-block: 0.25rem 0.75rem;
  color: var(--zw-ink);
  text-decoration: none;
}
.zw-brand__home:hover .zw-brand__name {
  text-decoration: underline;
  text-underline-offset: 4px;
}
.zw-brand__mark {
  flex: none;
  color: var(--zw-action);
}
.zw-brand__name {
  display: block;
  font-size: 1.375rem;
  line-height: 1.2;
  font-weight: 600;
}
.zw-brand__claim {
  display: block;
  color: var(--zw-muted);
  font-size: 1rem;
  line-height: 1.3;
}
.zw-nav ul {
  gap: 0 1.5rem;
}
@media (max-width: 30rem) {
  .zw-nav ul {
    gap: 0 1rem;
    font-size: 1rem;
  }
}
.zw-nav a {
  display: block;
  padding: 0.75rem 0 0.625rem;
  border-bottom: 4px solid transparent;
  color: var(--zw-action);
  font-weight: 600;
  text-decoration: none;
}
.zw-nav a:hover {
  border-bottom-color: var(--zw-border);
}
.zw-nav a[aria-current] {
  border-bottom-color: var(--zw-action);
  color: var(--zw-ink);
}

.zw-banner {
  background: var(--zw-banner);
  border-top: 1px solid var(--kern-color-feedback-info);
}
.zw-banner__content {
  display: flex;
  align-items: flex-start;
  gap: 0.75rem;
  padding-block: 0.625rem;
  font-size: 1rem;
}
.zw-banner p {
  margin: 0;
}
.zw-banner .kern-icon {
  flex: none;
  background-color: var(--kern-color-feedback-info);
}

.zw-trail {
  font-size: 1rem;
}
.zw-trail ol {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 0;
  margin: 0 0 1rem;
  padding: 0;
  list-style: none;
}
.zw-trail li {
  min-width: 0;
}
.zw-trail li:not(:last-child)::after {
  content: '›' / '';
  padding-inline: 0.5rem;
  color: var(--zw-muted);
}
.zw-trail li:last-child {
  max-width: 40ch;
  overflow: hidden;
  color: var(--zw-muted);
  text-overflow: ellipsis;
  white-space: nowrap;
}

.zw-title {
  max-width: 52rem;
}
.zw-title h1 {
  margin-bottom: 0.25rem;
}
.zw-title .zw-badges {
  margin-block: 0.5rem 1rem;
}
.zw-as-of {
  padding-top: 1.5rem;
  border-top: 1px solid var(--zw-border);
}
.zw-footer {
  padding-block: 1.5rem;
  background: var(--zw-surface);
  color: var(--zw-muted);
  font-size: 1rem;
}
.zw-footer .zw-width {
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  gap: 0 2rem;
}
`;
