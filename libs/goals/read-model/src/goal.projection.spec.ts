import type { GoalEvent } from '@zielwerk/contracts';
import { projectionSpec, recorded } from '@zielwerk/testing';

import { goalProjection } from './goal.projection';
import { type GoalContentEvent, goalParticipantProjection } from './goal-participant.projection';
import {
  adopted,
  adoptedRow,
  amber,
  at,
  betterRow,
  corrected,
  drafted,
  draftRow,
  goal,
  goalId,
  justified,
  name,
  revised,
  toUnderway,
  underwayRow,
} from './testing/goal-history';

describe('goal', () => {
  const given = projectionSpec(goalProjection);

  it('begins as a draft that only the government reads', () =>
    given(goal(['2026-01-12', drafted])).then({ [name]: draftRow }));

  it('says what the last revision says', () =>
    given(goal(['2026-01-12', drafted], ['2026-01-20', revised])).then({ [name]: betterRow }));

  it('has a rationale, says whether it is qualitative and whether it touches money', () =>
    given(goal(['2026-01-12', drafted], ['2026-01-20', justified])).then({
      [name]: {
        ...draftRow,
        ...at(1, '2026-01-20'),
        rationale: 'Nobody charges at home',
        qualitative: false,
        touches_money: true,
      },
    }));

  it('is public from its adoption, with the content that was adopted', () =>
    given(goal(['2026-01-12', drafted], ['2026-02-03', adopted])).then({ [name]: adoptedRow }));

  it('keeps its declared health, with reason and day, apart from its state', () =>
    given(goal(...toUnderway, ['2026-03-05', amber])).then({
      [name]: {
        ...underwayRow,
        ...at(3, '2026-03-05'),
        health: 'amber',
        health_reason: 'Late',
        health_on: '2026-03-05',
      },
    }));

  it('takes the declared health of the draft with it into its adoption', () =>
    given(goal(['2026-01-12', drafted], ['2026-01-13', amber], ['2026-02-03', adopted])).then({
      [name]: {
        ...{ ...adoptedRow, ...at(2, '2026-02-03'), wording_revision: 2, content_revision: 2 },
        ...{ health: 'amber', health_reason: 'Late', health_on: '2026-01-13' },
      },
    }));

  it('is worded as corrected last, and keeps the title that was adopted readable', () => {
    const correctedRow = {
      ...underwayRow,
      ...at(3, '2026-03-05'),
      title: 'Ladepukte',
      first_title: 'Ladepunkte',
      description: null,
      wording_revision: 3,
      title_key: 'ladepukte',
      search_text: 'ladepukte z 7',
    };
    const once = goal(...toUnderway, ['2026-03-05', corrected(1, 'Ladepukte')]);
    given(once).then({ [name]: correctedRow });
    given(
      goal(...toUnderway, ['2026-03-05', corrected(1, 'Ladepukte')], ['2026-03-06', corrected(3, 'Ladesäulen')]),
    ).then({
      [name]: {
        ...correctedRow,
        ...at(4, '2026-03-06'),
        title: 'Ladesäulen',
        wording_revision: 4,
        title_key: 'ladesaulen',
        search_text: 'ladesaulen z 7',
      },
    });
  });

  it('is not touched by the stream of another house that uses its id', () => {
    const other = `mi.goal-${goalId}`;
    given(
      goal(['2026-01-12', drafted]),
      recorded<GoalEvent>(other, ['2026-01-12', drafted], ['2026-02-03', adopted]),
    ).then({ [name]: draftRow, [other]: { ...adoptedRow, stream: other, lead: 'mi' } });
  });
});

describe('goal_participant', () => {
  it('shows by its revision who still takes part', () => {
    const row = {
      stream: name,
      ...at(0, '2026-01-12'),
      participation: `${name}/mi`,
      goal_id: goalId,
      ministry: 'mi',
    };
    projectionSpec(goalParticipantProjection)(
      recorded<GoalContentEvent>(name, ['2026-01-12', drafted], ['2026-01-20', revised]),
    ).then({
      [`${name}/mi`]: row,
      [`${name}/mf`]: { ...row, participation: `${name}/mf`, ministry: 'mf', ...at(1, '2026-01-20') },
    });
  });
});
