// Markup as values: what a template takes in is text and becomes harmless, unless it is markup made by a template itself.

/** Markup that is safe to send. Only the templates of this file make it, so data that merely looks alike stays text. */
export class Html {
  readonly #markup: string;

  private constructor(markup: string) {
    this.#markup = markup;
  }

  static readonly of = (parts: TemplateStringsArray, values: readonly Part[]): Html =>
    new Html(parts.reduce((before, part, index) => before + markupOf(values[index - 1]) + part));

  toString(): string {
    return this.#markup;
  }
}

/** Nothing is written for null, undefined and false; lists are written one after the other. */
export type Part = Html | string | number | null | undefined | false | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const markupOf = (part: Part): string => {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Html) return part.toString();
  if (typeof part === 'object') return part.map(markupOf).join('');
  return String(part).replaceAll(/[&<>"']/gu, (character) => ENTITIES[character] ?? '');
};

/** `` html`<p title="${title}">${text}</p>` ``: attributes must stand in quotes, and no value may name a tag or an attribute. */
export const html = (parts: TemplateStringsArray, ...values: readonly Part[]): Html => Html.of(parts, values);
