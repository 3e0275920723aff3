import { html, type Html, type Part } from '../html';

/** A part of a page with a heading of its own; the heading's id names it. */
export const section = (id: string, heading: string, content: Part): Html =>
  html`<section aria-labelledby="${id}">
    <h2 class="kern-heading-large" id="${id}">${heading}</h2>
    ${content}
  </section>`;
