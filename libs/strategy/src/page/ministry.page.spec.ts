// What the page of a house says of what it has taken on, of what is due and of what is late.
import { renderMinistry, type MinistryContent } from './ministry.page';
import { renderAt } from './testing/all-pages';
import { asOf, goals, ministries, siteOf } from './testing/fixture';
import { agenda } from './testing/fixture-agenda';
import { indicator, measure, requests } from './testing/fixture-parts';
import { textOf } from './testing/text-of';

const [house] = ministries;
if (!house) throw new Error('The fixture has no ministry.');
const content: MinistryContent = {
  ministry: { ...house, ...agenda },
  goals: { items: goals, cursor: null },
  measures: { items: [measure], cursor: null },
  indicators: { items: [indicator], cursor: null },
  ...{ requests, asOf },
};
const page = (language: 'de' | 'en' = 'de', of: Partial<MinistryContent> = {}) =>
  renderMinistry(siteOf(language), { ...content, ...of });
/** A section by the id of its heading. */
const sectionOf = (markup: string, id: string) =>
  new RegExp(`<section aria-labelledby="${id}">.*?</section>`, 'su').exec(markup)?.[0] ?? '';

it('says what is late, since when, and leads to it', () => {
  const section = sectionOf(page(), 'ueberfaellig');
  const text = textOf(section);
  expect(text).toContain('31.12.2024 seit 638 Tagen Messwert: 2024 bis 2025 (2 Zeiträume) Kennzahl: Zufriedenheit');
  expect(text).toContain(
    '31.03.2026 seit 183 Tagen Meilenstein: Erprobung im Landkreis Harz beendet Maßnahme: Antragsstrecke',
  );
  expect(text).toContain('31.03.2026 seit 183 Tagen Fortschrittsbericht: 1. Quartal 2026 bis 2. Quartal 2026');
  expect(text).toContain('29.09.2026 seit 1 Tag Ziel erreichen Ziel: Donaudampfschifffahrt');
  expect(section).toContain(`href="/measures/${measure.measureId}"`);
  expect(section).toContain('href="/goals/');
  expect(section).toContain('href="/indicators/');
  expect([...section.matchAll(/datetime="([^"]+)"/gu)].map(([, day]) => day)).toEqual(
    agenda.late.map(({ day }) => day).toSorted(),
  );
});

it('says what is due in the next days, and when', () => {
  const text = textOf(sectionOf(page(), 'anstehend'));
  expect(text).toContain('30.09.2026 heute Maßnahme abschließen Maßnahme: Antragsstrecke');
  expect(text).toContain('30.09.2026 heute Messwert: 3. Quartal 2026 Kennzahl: Anteil');
  expect(text).toContain('31.10.2026 in 31 Tagen Fortschrittsbericht: 3. Quartal 2026');
  expect(text).toContain('29.12.2026 in 90 Tagen Ziel erreichen Ziel: Alle Anträge');
  expect(text).not.toContain('30.12.2026');
  expect(textOf(sectionOf(page('en'), 'anstehend'))).toContain(
    '31 October 2026 in 31 days Progress report: Quarter 3 of 2026',
  );
});

it('says in words that nothing is due, nothing is late and nothing is there', () => {
  const text = textOf(renderAt('/ministries/mb', 'de'));
  expect(text).toContain('Was überfällig ist Nichts ist überfällig.');
  expect(text).toContain('Was ansteht In den nächsten 90 Tagen steht nichts an.');
  expect(text).toContain('Dieses Ressort führt noch kein veröffentlichtes Ziel.');
  expect(text).toContain('Dieses Ressort hat noch keine Maßnahme freigegeben.');
  expect(text).toContain('Dieses Ressort erhebt noch keine veröffentlichte Kennzahl.');
});

it('lists its measures with state, progress, health, next milestone and end', () =>
  expect(textOf(sectionOf(page(), 'massnahmen'))).toContain(
    'in Umsetzung erklärt gelb berechnet rot Widerspruch 65 % 65 % 2. Quartal 2026 Erprobung im Landkreis Harz beendet erwartet am 31.03.2026 überfällig 30.06.2027',
  ));

it('lists its indicators with the latest value and their pace', () =>
  expect(textOf(sectionOf(page(), 'kennzahlen'))).toContain(
    '47,0 % 2. Quartal 2026, vorläufig 80,0 % 31.12.2027 51,1 % 51,1 % 95,3 % vom Soll am 30.09.2026',
  ));

it.each([
  ['ziele', 'goals'],
  ['massnahmen', 'measures'],
  ['kennzahlen', 'indicators'],
] as const)('under %s it leads to the list, and says where it shows only the first', (id, kind) => {
  const whole = sectionOf(page(), id);
  expect(whole).toContain(`href="/${kind}?ministry=stk"`);
  expect(whole).not.toContain('Gezeigt werden die ersten');
  const more = page('de', { [kind]: { ...content[kind], cursor: 'more' } });
  expect(textOf(sectionOf(more, id))).toMatch(/Gezeigt werden die ersten \d+\. Alle stehen in der Liste:/u);
});
