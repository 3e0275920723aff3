import { given, GOAL, PARENT, sample, step, told } from './testing/rows';

const stream = `mid.goal-${GOAL}`;
const key = `goals/${stream}`;
const drafted = sample('GoalDrafted.v1');
const content = {
  ...{ title: 'Alle Behörden arbeiten mit der elektronischen Akte', theme: 'e-akte' },
  ...{ description: 'Vom Eingang bis zum Archiv ohne Papier.', participants: ['mi', 'mf'], parent: PARENT },
  ...{ targetDate: '2028-12-31', fileReference: '12.3-02100/7' },
};
const draft = {
  ...{ reference: 'Z-MID-1', ministry: 'mid', ...content, reason: null, on: '2026-01-12' },
  ...{ rationale: null, qualitative: false, touchesMoney: false },
};
const says = (title: string) => ({
  content: { ...content, parent: undefined, parentGoalId: null, title, description: null },
});
const said = (title: string) => ({ ...draft, title, description: null, parent: null });
const adoption = step({
  // The day of the decision, though the house took it over later.
  ...{ on: '2024-07-16', kind: 'goal', reference: GOAL, step: 'recordAdoption' },
  ...{ text: 'KB 2024/07-3', date: '2024-07-16' },
});

it('a goal is a row from its draft on', () =>
  given(told(stream, ['2026-01-12', drafted])).then({ [key]: { by: 'GoalDrafted', thing: GOAL, cells: draft } }));

it('a goal says what its last revision says, drafted when it was', () => {
  const { parent, ...plain } = content;
  const revised = sample('GoalRevised.v1', { content: { ...plain, parentGoalId: parent, title: 'Other' } });
  given(told(stream, ['2026-01-12', drafted], ['2026-01-20', revised])).then({
    [key]: { at: 1, on: '2026-01-20', by: 'GoalRevised', thing: GOAL, cells: { ...draft, title: 'Other' } },
  });
});

it('a justification is said beside the content, which goes on citing its own event', () =>
  given(told(stream, ['2026-01-12', drafted], ['2026-01-20', sample('GoalJustified.v1')])).then({
    [key]: {
      ...{ last: 1, by: 'GoalDrafted', thing: GOAL },
      cells: { ...draft, rationale: 'Papierakten kosten Zeit und gehen verloren.', touchesMoney: true },
    },
  }));

it('an adopted goal says what was adopted, and then what was corrected; its adoption is a step', () => {
  const adopted = sample('GoalAdopted.v1', says('Adopted'));
  const correct = sample('GoalWordingCorrected.v1', { corrects: 1, title: 'Corrected', description: null });
  const history = [['2026-01-12', drafted] as const, ['2026-02-03', adopted] as const];
  const adoptionRow = { at: 1, on: '2026-02-03', by: 'GoalAdopted', thing: GOAL, cells: adoption };
  const row = { at: 1, on: '2026-02-03', by: 'GoalAdopted', thing: GOAL, cells: said('Adopted') };
  given(told(stream, ...history)).then({ [key]: row, [`lifecycle/${stream}/1`]: adoptionRow });
  given(told(stream, ...history, ['2026-03-01', correct])).then({
    [key]: { ...row, at: 2, on: '2026-03-01', by: 'GoalWordingCorrected', cells: said('Corrected') },
    [`lifecycle/${stream}/1`]: adoptionRow,
  });
});

it('an outcome is proposed with its cut-off date and what shows it, each proposal a row', () => {
  const proposed = sample('GoalOutcomeProposed.v1');
  const cells = step({
    ...{ on: '2026-07-01', kind: 'goal', reference: GOAL, step: 'proposeOutcome', value: 'partlyReached' },
    ...{ date: '2026-06-30', text: 'Zwei von drei Registern sind angeschlossen.' },
  });
  const row = { by: 'GoalOutcomeProposed', thing: GOAL };
  given(told(stream, ['2026-01-12', drafted], ['2026-07-01', proposed], ['2026-07-02', proposed])).then({
    [key]: { by: 'GoalDrafted', thing: GOAL, cells: draft },
    [`lifecycle/${stream}/1`]: { ...row, at: 1, cells },
    [`lifecycle/${stream}/2`]: { ...row, at: 2, cells: { ...cells, on: '2026-07-02' } },
  });
});
