// The form that narrows a list down; it sends its choice as an address, without a script.
import { html, type Html, type Part } from '../html';
import { addressOf, type Site } from '../site';

/** What was chosen, by the names that the choices have in the address. */
export type Filter = Readonly<Record<string, string>>;

export type Choice = Readonly<{ name: string; label: string; options: Part }>;

export type FilterForm = Readonly<{ path: string; heading: string; filter: Filter; choices: readonly Choice[] }>;

/** Something was chosen. */
export const isChosen = (filter: Filter): boolean => Object.values(filter).some((value) => value !== '');

/** A text to search for, and the choices. */
export const filterForm = (site: Site, { path, heading, filter, choices }: FilterForm): Html => {
  const { text, language } = site.wording;
  return html`<form class="zw-filter" method="get" action="${path}" role="search" aria-labelledby="auswahl">
    <h2 class="kern-heading-small" id="auswahl">${heading}</h2>
    ${site.languageAsked && html`<input type="hidden" name="lang" value="${language}" />`}
    <div class="zw-filter__fields">
      <div class="kern-form-input zw-filter__text">
        <label class="kern-label" for="q">${text('list.text')}</label>
        <input class="kern-form-input__input" id="q" name="q" type="search" maxlength="200" value="${filter.q}" />
      </div>
      ${choices.map((choice) => select(site, choice))}
    </div>
    <p class="zw-buttons">
      <button class="kern-btn kern-btn--primary" type="submit">
        <span class="kern-label">${text('list.apply')}</span>
      </button>
      ${isChosen(filter) && html`<a class="zw-link" href="${addressOf(site, path)}">${text('list.reset')}</a>`}
    </p>
  </form>`;
};

const select = ({ wording: { text } }: Site, { name, label, options }: Choice) =>
  html`<div class="kern-form-input">
    <label class="kern-label" for="${name}">${label}</label>
    <div class="kern-form-input__select-wrapper">
      <select class="kern-form-input__select" id="${name}" name="${name}">
        <option value="">${text('list.any')}</option>
        ${options}
      </select>
    </div>
  </div>`;

export const option = (value: string, label: string, chosen: string | undefined): Html =>
  html`<option value="${value}" ${value === chosen && html`selected`}>${label}</option>`;

/** All houses, by their names. */
export const ministryChoice = ({ names }: Site, label: string, { ministry }: Filter): Choice => ({
  ...{ name: 'ministry', label },
  options: names.ministries.map(({ code, name }) => option(code, name, ministry)),
});
