// What the page says in German: a ministry, what is due there and what is late.
export const ministryTexts = {
  'ministry.code': 'Kürzel: {code}',
  'ministry.dissolved': 'Dieses Ressort wurde am {day} aufgelöst. Was es entschieden hat, bleibt unter seinem Namen.',
  'ministry.successor': 'Nachfolge',
  'ministry.remits': 'Zuständigkeiten, die gewechselt haben',
  'ministry.help': 'Bitten um Hilfe an dieses Ressort',
  'ministry.waiting': 'Maßnahmen, die auf dieses Ressort warten',
  'ministry.goals': 'Ziele unter Federführung dieses Ressorts',
  'ministry.goals.none': 'Dieses Ressort führt noch kein veröffentlichtes Ziel.',
  'ministry.goals.search': 'In den Zielen dieses Ressorts suchen',
  'ministry.measures': 'Maßnahmen',
  'ministry.measures.none': 'Dieses Ressort hat noch keine Maßnahme freigegeben.',
  'ministry.measures.search': 'In den Maßnahmen dieses Ressorts suchen',
  'ministry.indicators': 'Kennzahlen',
  'ministry.indicators.none': 'Dieses Ressort erhebt noch keine veröffentlichte Kennzahl.',
  'ministry.indicators.search': 'In den Kennzahlen dieses Ressorts suchen',
  'ministry.truncated': 'Gezeigt werden die ersten {n}. Alle stehen in der Liste:',

  'milestone.next': 'erwartet am {day}',

  'agenda.due': 'Was ansteht',
  'agenda.due.caption': 'Was in den nächsten {n} Tagen ansteht, nach Tagen geordnet',
  'agenda.due.none': 'In den nächsten {n} Tagen steht nichts an.',
  'agenda.due.how':
    'Blick auf die nächsten {n} Tage: Zieltermine, Meilensteine und das Ende von Maßnahmen, Berichte und Messwerte.',
  'agenda.late': 'Was überfällig ist',
  'agenda.late.caption': 'Was überfällig ist, nach Tagen geordnet',
  'agenda.late.none': 'Nichts ist überfällig.',
  'agenda.late.how':
    'Ein Meilenstein zählt nach dem Tag, der erwartet wird, sonst nach dem geplanten. Ein Bericht ist bis zur festgelegten Frist fällig, sonst bis zum Ende seines Zeitraums, ein Messwert bis zum Ende seines Zeitraums.',
  'agenda.today': 'heute',
  'agenda.in': { one: 'in {n} Tag', other: 'in {n} Tagen' },
  'agenda.since': { one: 'seit {n} Tag', other: 'seit {n} Tagen' },
  'agenda.periods': '{first} bis {last} ({n} Zeiträume)',

  'agendaKind.goal-target': 'Ziel erreichen',
  'agendaKind.milestone': 'Meilenstein: {milestone}',
  'agendaKind.measure-end': 'Maßnahme abschließen',
  'agendaKind.progress-report': 'Fortschrittsbericht: {periods}',
  'agendaKind.observation': 'Messwert: {periods}',

  'agendaThing.goal': 'Ziel',
  'agendaThing.measure': 'Maßnahme',
  'agendaThing.indicator': 'Kennzahl',
} as const;
