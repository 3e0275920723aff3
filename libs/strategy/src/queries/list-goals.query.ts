import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { listThemes } from '@zielwerk/framework-read-model';
import { type GoalFilter, goalOrders, listGoals } from '@zielwerk/goals-read-model';

import { rowsFor } from '../reading/audience';
import { pageOf, type PageRequest, pageView, pagingOf, type Sorting, sortOf } from '../reading/page';
import { type Snapshot, Snapshots } from '../reading/snapshots';
import type { Tables } from '../reading/tables';
import type { Page, Reader } from '../views/answer';
import type { GoalSummary } from '../views/goal';
import { goalViews } from './goal.view';

/** Which goals, and which page of them. `ministry` is the lead; `q` words that must occur in title, description or reference. */
export type GoalsRequest = PageRequest &
  Pick<GoalFilter, 'participant' | 'state' | 'health'> &
  Readonly<{
    theme?: string | undefined;
    pillar?: string | undefined;
    ministry?: string | undefined;
    q?: string | undefined;
  }>;

export const goalSorting: Sorting = { table: 'goal', keys: goalOrders, tie: 'stream', first: 'title' };

export class ListGoals extends Query<Snapshot<Page<GoalSummary>>> {
  constructor(
    readonly request: GoalsRequest,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ListGoals)
export class ListGoalsHandler implements IQueryHandler<ListGoals> {
  constructor(private readonly snapshots: Snapshots) {}

  async execute({ request, reader }: ListGoals): Promise<Snapshot<Page<GoalSummary>>> {
    const paging = pagingOf(request, goalSorting);
    return this.snapshots.take(async (db) => {
      const filter = {
        ...{ participant: request.participant, state: request.state, health: request.health },
        ...{ audience: rowsFor(reader.audience), lead: request.ministry, text: request.q },
        themes: await themesIn(db, request),
      };
      const { rows, next } = await pageOf(listGoals(db, filter), paging);
      return pageView(await goalViews(db, rows, reader), next, sortOf(request, goalSorting));
    });
  }
}

/** The themes that are asked for; undefined when neither theme nor pillar is. */
const themesIn = async (db: Tables, { theme, pillar }: GoalsRequest): Promise<readonly string[] | undefined> => {
  if (pillar === undefined) return theme === undefined ? undefined : [theme];
  const below = (await listThemes(db)).filter((row) => row.pillar === pillar).map((row) => row.theme);
  return theme === undefined ? below : below.filter((code) => code === theme);
};
