// What the pages of single things say: a goal, a measure, an indicator.
import type { GoalDetail } from '../views/goal';
import { renderGoal } from './goal.page';
import { renderIndicator } from './indicator.page';
import { renderMeasure } from './measure.page';
import { textOf } from './testing/text-of';
import { asOf, goalDetail, siteOf } from './testing/fixture';
import { draftGoal, endedGoal, endedMeasure, goal, indicator, indicatorOf, measure } from './testing/fixture-parts';

const de = siteOf('de');

describe('a goal', () => {
  it('shows both ways to compute its progress with formula, values and what is missing', () => {
    const page = textOf(renderGoal(de, { ...goal, asOf }));
    expect(page).toContain('Formel: Summe der Fortschritte ÷ Anzahl der Kennzahlen mit Fortschritt');
    expect(page).toContain('Nicht eingerechnet: Zufriedenheit der Antragstellenden – noch kein Messwert');
    expect(page).toContain('Schulung der Beschäftigten 30 0 % (noch kein Bericht)');
  });

  it('stands on its own with nothing but a title', () => {
    const bare: GoalDetail = {
      ...goalDetail,
      description: null,
      participants: [],
      pillar: null,
      parentGoalId: null,
      parent: null,
      subgoals: [],
      targetDate: null,
      fileReference: null,
      reference: null,
      adopted: null,
      declaredHealth: null,
      conflict: false,
      progress: {
        byIndicators: { formula: '', inputs: [], value: null, missing: [] },
        byMeasures: { formula: '', inputs: [], value: null, missing: [] },
      },
      history: [],
    };
    const page = textOf(renderGoal(de, { ...bare, asOf }));
    expect(page).toContain('Das federführende Ressort hat noch keine Ampel erklärt.');
    expect(page).toContain('kein weiteres Ressort');
    expect(page).toContain('Es gibt noch keine Werte, die eingesetzt werden können.');
    expect(page).toContain('Es ist noch nichts festgehalten.');
    expect(page).not.toMatch(/Kabinettsbeschluss|Aktenzeichen|Kennung|Übergeordnetes/u);
  });

  it('tells its history from the latest fact back, with house and function and the fact itself', () => {
    const page = renderGoal(de, { ...goal, asOf });
    const dates = [...page.matchAll(/<time datetime="([^"]+)"/gu)].map(([, date]) => date);
    expect(dates).toEqual(['2026-03-14', '2026-02-14', '2026-01-14']);
    expect(textOf(page)).toContain('Ministerium für Infrastruktur und Digitales, Referatsleitung 12 · festgehalten am');
    expect(textOf(page)).not.toContain('damals gemeldet');
    const [late] = goal.history;
    const added = late ? [{ ...late, origin: 'import', reportedOn: '2024-04-12' } as const] : [];
    expect(textOf(renderGoal(de, { ...goal, history: added, asOf }))).toContain(
      'damals gemeldet am 12.04.2024, später nachgetragen · festgehalten am',
    );
    expect(page).toContain('href="/api/strategy/events/mid.goal-0190a1de-0000-7000-8000-000000000001@2"');
  });
});

describe('an indicator', () => {
  it.each([
    ['keepAtMost', true, 'eingehalten'],
    ['keepAtMost', false, 'nicht eingehalten'],
    ['milestone', true, 'erreicht'],
    ['milestone', false, 'noch nicht erreicht'],
    ['observed', null, 'wird nur beobachtet'],
  ] as const)('that is %s and met %s says: %s', (kind, met, words) =>
    expect(textOf(renderIndicator(de, { ...indicatorOf(kind, met), asOf }))).toContain(`Fortschritt ${words}`),
  );

  it('describes its chart to whoever does not see it', () => {
    const page = renderIndicator(de, { ...indicator, asOf });
    expect(textOf(page)).toContain(
      '7 Messwerte von 12,5 % (4. Quartal 2024) bis 47,0 % (2. Quartal 2026). Alle Werte stehen in der Tabelle darunter. Der Zielpfad endet bei 80,0 % am 31.12.2027.',
    );
    expect(page).toContain('d="M0 50.63L8.22');
  });

  it('draws a single value, and nothing without one', () => {
    const chart = (count: number) =>
      renderIndicator(de, {
        ...indicator,
        baseline: null,
        targetPath: [],
        observations: indicator.observations.slice(0, count),
        asOf,
      });
    expect(chart(1)).toContain('<path class="zw-chart__points" d="M50 ');
    expect(chart(0)).not.toContain('zw-chart');
    expect(chart(0)).toContain('Es ist noch kein Messwert gemeldet.');
  });
});

it('a measure says why it fell back, and that it needs no money', () => {
  const page = textOf(renderMeasure(de, { ...measure, needsNoMoney: true, budgetLine: null, asOf }));
  expect(page).toContain('Grund des Rückschritts: Die Schnittstelle zum Melderegister musste neu vergeben werden.');
  expect(page).toContain('1 Rückschritt seit Beginn');
  expect(page).toContain('Haushaltsstelle braucht keine Haushaltsmittel');
});

describe('health', () => {
  it('is shown as declared and as computed on a day, with the rule, what decided it, and that they do not agree', () => {
    const page = textOf(renderGoal(de, { ...goal, asOf }));
    expect(page).toContain('Widerspruch: Erklärt ist gelb, berechnet ist rot.');
    expect(page).toContain('Vom Ressort erklärt Gelb – gefährdet Die Schnittstelle zum Fachverfahren kommt später.');
    expect(page).toContain(
      'Berechnet zum 30.09.2026 Rot – nicht im Plan Mindestens eine Kennzahl liegt unter 70 % ihres Zielpfads. Ausschlaggebend: Anteil der online gestellten Anträge auf Elterngeld So wird gerechnet Regel: Rot, wenn eine Kennzahl unter 70 %',
    );
  });

  it('of a measure names late milestones and missing reports', () =>
    expect(textOf(renderMeasure(de, { ...measure, asOf }))).toContain(
      'Der letzte Meilenstein liegt mehr als 90 Tage hinter dem Plan. So wird gerechnet Regel: Rot, wenn der letzte Meilenstein mehr als 90 Tage hinter dem Plan liegt oder zwei Zeiträume ohne Bericht sind. Gelb, wenn irgendein Meilenstein hinter dem Plan liegt oder ein Zeitraum ohne Bericht ist. Sonst Grün. Eingesetzter Wert Eingesetzter Wert Wert Letzter Meilenstein Betrieb in allen Kreisen: 151 Tage später Meilensteine hinter dem Plan Betrieb in allen Kreisen: 151 Tage später Zeiträume ohne Bericht keine',
    ));

  it('is no longer computed once all is over', () => {
    expect(textOf(renderGoal(de, { ...endedGoal, asOf }))).toContain('Das Ziel ist beendet.');
    expect(textOf(renderMeasure(de, { ...endedMeasure, asOf }))).toContain('Eine Ampel wird von der Freigabe bis');
  });

  it('says its day below every table of goals or measures', () => {
    const page = textOf(renderGoal(de, { ...goal, asOf }));
    expect(page).toContain('Ampeln sind zum 30.09.2026 berechnet. Wie, steht auf der Seite jeder Maßnahme.');
    expect(page).toContain('Ampeln sind zum 30.09.2026 berechnet. Wie, steht auf der Seite jedes Ziels.');
  });
});

it('a goal that has ended shows its outcome with evidence, its first wording and its successor', () => {
  const page = textOf(renderGoal(de, { ...endedGoal, asOf }));
  expect(page).toContain('Ergebnis teilweise erreicht Festgestellt am 15.09.2026 Stichtag 30.06.2026');
  expect(page).toContain('Anteil der online gestellten Anträge auf Elterngeld 2. Quartal 2026 47 (vorläufig)');
  expect(page).toContain('Wortlaut beim Beschluss Alle Antrage');
  expect(page).toContain('Nachfolgendes Ziel Alle Familienleistungen digital');
});

it('a draft shows why it waits, and what is missing for the co-signatures', () => {
  const page = textOf(renderGoal(de, { ...draftGoal, asOf }));
  expect(page).toContain('Zurückgestellt Der Haushalt ist noch nicht beschlossen. Voraussichtlich bis 31.01.2027.');
  expect(page).toContain('Es fehlt noch: der Zieltermin ein beteiligtes Ressort');
  expect(page).toContain('Vorgeschlagenes Ergebnis Nur für die Verwaltung sichtbar.');
});

describe('a measure', () => {
  it('shows each milestone against the plan', () => {
    const page = textOf(renderMeasure(de, { ...measure, asOf }));
    expect(page).toContain('Fachkonzept abgenommen 30.06.2025 – 27.06.2025 3 Tage früher');
    expect(page).toContain('Erprobung im Landkreis Harz beendet 31.03.2026 – – überfällig');
    expect(page).toContain('Schulung aller Elterngeldstellen 30.06.2025 – – entfallen');
    expect(page).toContain('Betrieb in allen Kreisen 31.12.2026 31.05.2027 – 151 Tage später Das Melderegister');
    expect(page).toContain('Berichtigt: Zuerst gemeldet waren 75 %.');
  });

  it('shows its money to everybody, and what was spent to the government only', () => {
    const shown = textOf(renderMeasure(de, { ...measure, asOf }));
    expect(shown).toContain('2026, Bund Einzelplan 14, Kapitel 1402, Titel 533 61 dazu 50.000,00 €');
    expect(shown).toContain('Summe aller Jahre 469.500,50 € 120.000,00 € 10.000,00 €');
    expect(shown).not.toContain('Ausgegeben');
    expect(textOf(renderMeasure(de, { ...endedMeasure, asOf }))).toContain(
      'Summe 2025 120.000,00 € 120.000,00 € – 115.000,00 € -5.000,00 €',
    );
  });

  it('shows the government what holds it up, what it depends on and what was learnt', () => {
    const page = textOf(renderMeasure(de, { ...endedMeasure, asOf }));
    expect(page).toContain('Kosten bis dahin 115.000,00 € Was daraus zu lernen ist Vor dem Auftrag');
    expect(page).toContain('Das Melderegister antwortet nicht. Ministerium für Inneres und Sport Zugang');
    expect(page).toContain('Widerspruch: Die Abhängigkeiten bilden einen Kreis.');
    expect(page).toContain('noch nicht bekannte Maßnahme');
    expect(page).toContain('Übernommen von Ministerium für Inneres und Sport');
    expect(textOf(renderMeasure(de, { ...measure, asOf }))).not.toContain('Nur für die Verwaltung');
  });
});

it('an indicator stands to its path on the day of the page, with the points around it', () => {
  const page = textOf(renderIndicator(de, { ...indicator, asOf }));
  expect(page).toContain('Stand zum Zielpfad am 30.09.2026 95,3 %');
  expect(page).toContain('Punkt davor (31.12.2025) 30,0 Punkt danach (31.12.2026) 55,0 Soll am 30.09.2026 48,7');
  expect(page).toContain('zuerst gemeldet: 39,0');
  expect(page).toContain('zurückgewiesen, zählt nicht Quelle: Sondererhebung der Kreise');
  expect(textOf(renderIndicator(de, { ...indicatorOf('observed', null), asOf }))).toContain('hat keinen Zielpfad');
});
