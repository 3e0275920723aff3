// What the page says in German: the lists of goals, measures and indicators.
export const listTexts = {
  'list.text': 'Suchwörter',
  'list.theme': 'Themenfeld',
  'list.lead': 'Federführung',
  'list.ministry': 'Ressort',
  'list.state': 'Status',
  'list.health': 'Ampel',
  'list.kind': 'Richtung',
  'list.any': 'alle',
  'list.apply': 'Anzeigen',
  'list.reset': 'Alle Angaben zurücksetzen',
  'list.first': 'Zum Anfang der Liste',
  'list.paging': 'Seiten der Liste',

  'goals.title': 'Ziele',
  'goals.filter': 'Ziele eingrenzen',
  'goals.refused': 'Diese Auswahl ist nicht möglich. Angezeigt werden alle Ziele.',
  'goals.shown': { one: '{n} Ziel auf dieser Seite', other: '{n} Ziele auf dieser Seite' },
  'goals.none': 'Kein Ziel passt zu dieser Auswahl.',
  'goals.none.atAll':
    'Es ist noch kein Ziel veröffentlicht. Ziele erscheinen hier, sobald das Kabinett sie beschlossen hat.',
  'goals.next': 'Weitere Ziele',

  'measures.title': 'Maßnahmen',
  'measures.filter': 'Maßnahmen eingrenzen',
  'measures.refused': 'Diese Auswahl ist nicht möglich. Angezeigt werden alle Maßnahmen.',
  'measures.shown': { one: '{n} Maßnahme auf dieser Seite', other: '{n} Maßnahmen auf dieser Seite' },
  'measures.none': 'Keine Maßnahme passt zu dieser Auswahl.',
  'measures.none.atAll':
    'Es ist noch keine Maßnahme veröffentlicht. Maßnahmen erscheinen hier, sobald sie freigegeben sind.',
  'measures.next': 'Weitere Maßnahmen',

  'indicators.title': 'Kennzahlen',
  'indicators.filter': 'Kennzahlen eingrenzen',
  'indicators.refused': 'Diese Auswahl ist nicht möglich. Angezeigt werden alle Kennzahlen.',
  'indicators.shown': { one: '{n} Kennzahl auf dieser Seite', other: '{n} Kennzahlen auf dieser Seite' },
  'indicators.none': 'Keine Kennzahl passt zu dieser Auswahl.',
  'indicators.none.atAll':
    'Es ist noch keine Kennzahl veröffentlicht. Kennzahlen erscheinen hier, sobald sie einem beschlossenen Ziel dienen.',
  'indicators.next': 'Weitere Kennzahlen',
} as const;
