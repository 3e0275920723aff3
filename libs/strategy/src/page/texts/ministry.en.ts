// What the page says in English: a ministry, what is due there and what is late.
export const ministryTexts = {
  'ministry.code': 'Short code: {code}',
  'ministry.dissolved': 'This ministry was dissolved on {day}. What it decided stays under its name.',
  'ministry.successor': 'Successor',
  'ministry.remits': 'Remits that have moved',
  'ministry.help': 'Requests for help to this ministry',
  'ministry.waiting': 'Measures waiting for this ministry',
  'ministry.goals': 'Goals led by this ministry',
  'ministry.goals.none': 'This ministry does not lead a published goal yet.',
  'ministry.goals.search': 'Search the goals of this ministry',
  'ministry.measures': 'Measures',
  'ministry.measures.none': 'This ministry has not released a measure yet.',
  'ministry.measures.search': 'Search the measures of this ministry',
  'ministry.indicators': 'Indicators',
  'ministry.indicators.none': 'This ministry does not observe a published indicator yet.',
  'ministry.indicators.search': 'Search the indicators of this ministry',
  'ministry.truncated': 'The first {n} are shown. All of them are in the list:',

  'milestone.next': 'expected on {day}',

  'agenda.due': 'What is due',
  'agenda.due.caption': 'What is due in the next {n} days, by day',
  'agenda.due.none': 'Nothing is due in the next {n} days.',
  'agenda.due.how':
    'A look at the next {n} days: target dates of goals, milestones and the end of measures, reports and observations.',
  'agenda.late': 'What is late',
  'agenda.late.caption': 'What is late, by day',
  'agenda.late.none': 'Nothing is late.',
  'agenda.late.how':
    'A milestone counts by the day on which it is expected, else by the planned one. A report is due by the set deadline, else by the end of its period, an observation by the end of its period.',
  'agenda.today': 'today',
  'agenda.in': { one: 'in {n} day', other: 'in {n} days' },
  'agenda.since': { one: 'for {n} day', other: 'for {n} days' },
  'agenda.periods': '{first} to {last} ({n} periods)',

  'agendaKind.goal-target': 'Reach the goal',
  'agendaKind.milestone': 'Milestone: {milestone}',
  'agendaKind.measure-end': 'Complete the measure',
  'agendaKind.progress-report': 'Progress report: {periods}',
  'agendaKind.observation': 'Observation: {periods}',

  'agendaThing.goal': 'Goal',
  'agendaThing.measure': 'Measure',
  'agendaThing.indicator': 'Indicator',
} as const;
