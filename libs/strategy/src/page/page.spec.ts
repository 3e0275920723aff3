import type { OverviewView } from '../views/overview';
import { renderFailure } from './failure.page';
import { renderGoal } from './goal.page';
import { renderGoals } from './goals.page';
import { renderIndicator } from './indicator.page';
import { renderIndicators } from './indicators.page';
import { renderMeasure } from './measure.page';
import { renderMeasures } from './measures.page';
import { renderMinistry } from './ministry.page';
import { renderOverview } from './overview.page';
import type { Filter } from './parts/filter-form';
import { addresses, renderAt } from './testing/all-pages';
import { textOf } from './testing/text-of';
import { asOf, goalSummary, ministries, names, overview, siteOf, tally } from './testing/fixture';
import { agenda } from './testing/fixture-agenda';
import { goal, indicator, measure, requests } from './testing/fixture-parts';

const de = siteOf('de');

describe.each(addresses.flatMap((address) => [['de', address] as const, ['en', address] as const]))(
  'in %s the page %s',
  (language, address) => {
    const page = renderAt(address, language, true);
    const all = (pattern: RegExp) => [...page.matchAll(pattern)].map(([, found]) => found ?? '');

    it('needs no script and no style of its own', () => {
      expect(page).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|javascript:/iu);
    });

    it('asks this host only, and links keep the language', () => {
      const targets = all(/\s(?:href|src|action)="([^"]*)"/gu);
      expect(targets.filter((target) => !/^[/#]/u.test(target) || target.startsWith('//'))).toEqual([]);
      const pages = all(/<a [^>]*href="(\/[^"]*)"/gu).filter((target) => !target.startsWith('/api/'));
      expect(pages.filter((target) => !/[?;]lang=(?:de|en)/u.test(target))).toEqual([]);
    });

    it('has one main heading, no level left out, and no id twice', () => {
      const levels = all(/<h([1-6])\b/gu).map(Number);
      expect(levels.filter((level) => level === 1)).toEqual([1]);
      expect(levels[0]).toBe(1);
      levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1));
      const ids = all(/\sid="([^"]*)"/gu);
      expect(new Set(ids).size).toBe(ids.length);
      const named = all(/\saria-labelledby="([^"]*)"/gu).flatMap((list) => list.split(' '));
      expect(named.filter((id) => !ids.includes(id))).toEqual([]);
    });

    it('says its language, its title, that it is a sample and which day was set, and leaves nothing unsaid', () => {
      expect(page).toMatch(new RegExp(`^<!doctype html>\\s*<html lang="${language}">`, 'u'));
      expect(all(/<title>([^<]+ – Sachsen-Anhalt – Zielwerk)<\/title>/gu)).toHaveLength(1);
      expect(textOf(page)).toContain(language === 'de' ? 'Beispieldaten' : 'Sample data');
      expect(textOf(page)).toContain(
        language === 'de'
          ? 'Fester Tag Dieses System zeigt den Stand vom 30. September 2026 und altert nicht.'
          : 'Fixed day This system shows the state of 30 September 2026 and does not age.',
      );
      expect(textOf(page)).not.toMatch(/undefined|null|NaN|\[object|\{\w+\}/u);
    });
  },
);

const EVIL = `</title><script>alert("x")</script>'" onmouseover='x`;
const NAMES = { ...names, place: EVIL, ministries: [{ code: 'mi', shortName: EVIL, name: EVIL }] };
const evil = siteOf('de', { path: EVIL, query: { text: EVIL }, names: NAMES });
const evilGoal = { ...goalSummary(0, 'red'), title: EVIL, description: EVIL, lead: EVIL, theme: EVIL, goalId: EVIL };
const [evilMinistry = { ...ministries[0] }] = ministries.map((one) => ({ ...one, name: EVIL, shortName: EVIL }));

const evilMeasure = {
  ...measure,
  title: EVIL,
  nextMilestone: { milestone: EVIL, title: EVIL, day: '2026-12-31', missed: true },
};
const evilIndicator = { ...indicator, title: EVIL, unit: EVIL };
const evilEntries = agenda.late.map((entry) => ({
  ...entry,
  id: EVIL,
  title: EVIL,
  milestone: { milestone: EVIL, title: EVIL },
}));
const evilAgenda = { ...agenda, due: evilEntries, late: evilEntries };

describe('whatever the facts say, they stay text', () => {
  it.each([
    [
      'overview',
      () => renderOverview(evil, { ...overview, jurisdiction: { ...overview.jurisdiction, name: EVIL }, asOf }),
    ],
    [
      'list of goals',
      () =>
        renderGoals(evil, {
          page: { items: [evilGoal], cursor: EVIL, asOf },
          filter: { q: EVIL, theme: EVIL },
          continued: true,
        }),
    ],
    [
      'list of measures',
      () =>
        renderMeasures(evil, {
          page: { items: [evilMeasure], cursor: EVIL, asOf },
          filter: { q: EVIL },
          continued: true,
        }),
    ],
    [
      'list of indicators',
      () =>
        renderIndicators(evil, { page: { items: [evilIndicator], cursor: EVIL, asOf }, filter: {}, continued: true }),
    ],
    ['goal', () => renderGoal(evil, { ...goal, ...evilGoal, participants: [EVIL], fileReference: EVIL, asOf })],
    ['measure', () => renderMeasure(evil, { ...measure, title: EVIL, ministry: EVIL, budgetLine: EVIL, asOf })],
    ['indicator', () => renderIndicator(evil, { ...indicator, title: EVIL, unit: EVIL, source: EVIL, asOf })],
    [
      'ministry',
      () =>
        renderMinistry(evil, {
          ministry: { ...(evilMinistry as (typeof ministries)[number]), ...evilAgenda },
          goals: { items: [evilGoal], cursor: null },
          measures: { items: [evilMeasure], cursor: EVIL },
          indicators: { items: [evilIndicator], cursor: EVIL },
          requests,
          asOf,
        }),
    ],
    ['page for nothing', () => renderFailure(evil, 'notFound')],
  ])('on the %s', (_, render) => {
    const page = render();
    expect(page).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&#39;&quot; onmouseover=&#39;x');
    expect(page).not.toContain('<script');
    // Within a tag, a name that follows a closed quote would be an attribute that the facts have written.
    expect(page.replaceAll(/"[^"]*"/gu, '""')).not.toContain("onmouseover='");
    expect(page).not.toMatch(/"\s*onmouseover/u);
  });
});

describe('the overview', () => {
  const view = (total: number): OverviewView => ({
    ...overview,
    tally: tally([total, 0, 0, 0], null, null),
    measures: { ...overview.measures, total },
    indicators: total,
    pillars: [],
  });
  const shown = (total: number) => textOf(renderOverview(de, { ...view(total), asOf }));

  it('counts in correct German', () => {
    expect(shown(0)).toContain('0 Ziele, 0 Maßnahmen und 0 Kennzahlen auf einen Blick.');
    expect(shown(1)).toContain('1 Ziel, 1 Maßnahme und 1 Kennzahl auf einen Blick.');
    expect(shown(1234)).toContain('1.234 Ziele, 1.234 Maßnahmen und 1.234 Kennzahlen auf einen Blick.');
  });

  it('says so when there is nothing yet', () => {
    const page = shown(0);
    expect(page).toContain('Für dieses Land sind noch keine Säulen und Themenfelder festgelegt.');
    expect(page).toContain('keine Ziele');
    expect(page).toContain('noch nicht berechenbar');
  });

  it('says in words what the bars show, and does not cut off what lies beyond the goal', () => {
    const page = renderOverview(de, { ...overview, asOf });
    expect(textOf(page)).toContain('Telemedizin und Pflege 1 1 grün 1 grün 108 % 108 % gerechnet aus 1 Ziel');
    expect(page).toContain(
      '<progress value="100" max="100" aria-label="Mittlerer Fortschritt nach Kennzahlen: Telemedizin und Pflege">',
    );
    expect(textOf(page)).toContain(
      'Elektronische Akte und Vorgangsbearbeitung 8 3 grün 2 gelb 1 rot 2 ohne Ampel 3 grün 3 rot 2 nicht berechenbar 41,2 %',
    );
  });

  it('tells how fresh each ministry is, seen from the day of the answer', () => {
    const page = textOf(renderOverview(de, { ...overview, asOf }));
    expect(page).toContain('heute 30.09.2026, 09:05 Uhr 97 Meldungen');
    expect(page).toContain('gestern 29.09.2026, 17:30 Uhr');
    expect(page).toContain('vor 29 Tagen 01.09.2026, 11:00 Uhr');
    expect(page).toContain('Ministerium für Bildung 0 7 4 keine Ziele – noch keine Meldung');
  });

  it('cites the state by day and position', () =>
    expect(textOf(renderOverview(de, { ...overview, asOf }))).toContain(
      'Ministerium für Infrastruktur und Digitales (mid) 1.284',
    ));

  it('shows no banner for a state with real data', () =>
    expect(renderOverview(siteOf('de', { names: { ...names, sample: null } }), { ...overview, asOf })).not.toContain(
      'Beispieldaten',
    ));

  it('says of a state without the sample that its names are examples, and nothing of a day where days pass', () => {
    const page = renderOverview(siteOf('de', { names: { ...names, sample: 'names' }, setDay: null }), {
      ...overview,
      asOf,
    });
    expect(page).toContain('Die amtlichen Namen liegen noch nicht vor.');
    expect(page).not.toMatch(/Beispieldaten|Fester Tag/u);
  });

  it('announces that a newer state is on its way', () =>
    expect(renderOverview(de, { ...overview, asOf, stale: true })).toContain('Ein neuerer Stand ist angekündigt'));
});

describe('the list of goals', () => {
  const list = (filter: Filter, cursor: string | null = null, continued = false) =>
    renderGoals(de, { page: { items: [goalSummary(0, null)], cursor, asOf }, filter, continued });

  it('keeps the choice in the form and in the way to the next page', () => {
    const page = list({ theme: 'e-akte', q: 'Akte & Co' }, 'abc');
    expect(page).toMatch(/<option value="e-akte" selected/u);
    expect(page).toContain('value="Akte &amp; Co"');
    expect(page).toContain('href="/goals?theme=e-akte&amp;q=Akte+%26+Co&amp;cursor=abc"');
  });

  it('offers the way back only from a later page, and none on the last', () => {
    expect(list({})).not.toContain('Seiten der Liste');
    expect([list({}, 'abc').includes('Zum Anfang'), list({}, null, true).includes('Zum Anfang')]).toEqual([
      false,
      true,
    ]);
    expect(list({}, null, true)).not.toContain('Weitere Ziele');
  });

  it('tells an empty state from an empty choice', () => {
    const empty = (filter: Filter) =>
      renderGoals(de, { page: { items: [], cursor: null, asOf }, filter, continued: false });
    expect(empty({})).toContain('Es ist noch kein Ziel veröffentlicht.');
    expect(empty({ health: 'red' })).toContain('Kein Ziel passt zu dieser Auswahl.');
  });
});
