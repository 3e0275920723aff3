import { html, type Html, type Part } from '../html';

/** Names and values; a value that is null, false or empty leaves its line out. */
export const facts = (lines: readonly (readonly [name: string, value: Part])[]): Html => html`
  <dl class="kern-description-list zw-facts">
    ${lines
      .filter(([, value]) => isThere(value))
      .map(
        ([name, value]) => html`
          <div class="kern-description-list-item">
            <dt class="kern-description-list-item__key">${name}</dt>
            <dd class="kern-description-list-item__value">${value}</dd>
          </div>
        `,
      )}
  </dl>
`;

const isThere = (value: Part): boolean => value !== null && value !== undefined && value !== false && value !== '';

/** Several values one below the other; a single one stands for itself. */
export const lines = (values: readonly Part[]): Part =>
  values.length < 2
    ? values
    : html`<ul class="zw-plain-list">
        ${values.map((value) => html`<li>${value}</li>`)}
      </ul>`;

/** Text as it was written, with its paragraphs. */
export const paragraphs = (text: string | null): Part =>
  text
    ?.split(/\n{2,}/u)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => html`<p class="zw-text">${paragraph}</p>`);
