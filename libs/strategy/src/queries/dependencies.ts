// Who waits for whom, statewide: judged once, and kept until something changes.
import { Injectable } from '@nestjs/common';
import { listDependencies, listMeasuresById } from '@zielwerk/measures-read-model';

import type { Moment } from '../reading/snapshots';
import type { Tables } from '../reading/tables';
import type { DependencyView } from '../views/measure';
import type { WaitingView } from '../views/overview';

type Judged = Awaited<ReturnType<typeof listDependencies>>[number];

@Injectable()
export class Dependencies {
  private kept: Readonly<{ edition: string; all: readonly Judged[] }> | null = null;

  /** `db` must be the transaction in which `moment` was read. For the government. */
  async at(db: Tables, { edition }: Moment): Promise<readonly Judged[]> {
    if (this.kept?.edition !== edition) this.kept = { edition, all: await listDependencies(db) };
    return this.kept.all;
  }
}

/** What a measure needs, and what needs it. */
export const dependenciesOf = async (db: Tables, stream: string, all: readonly Judged[]) => {
  const [needs, neededBy] = [all.filter(({ from }) => from === stream), all.filter(({ to }) => to === stream)];
  const ids = [...needs.map((one) => one.needs), ...neededBy.map(({ measure_id }) => measure_id)];
  const titles = await titlesOf(db, ids);
  const view = (measureId: string, other: string, { reason, standing }: Judged): DependencyView => ({
    ...{ measureId, reason, standing },
    title: titles.get(measureId) ?? null,
    ministry: houseOf(other),
  });
  return {
    needs: needs.map((one) => view(one.needs, one.to, one)),
    neededBy: neededBy.map((one) => view(one.measure_id, one.from, one)),
  };
};

/** The measures of other houses that need one of this house's first: what it has not answered yet comes first. */
export const waitingFor = async (
  db: Tables,
  ministry: string,
  all: readonly Judged[],
): Promise<readonly WaitingView[]> => {
  const waiting = all.filter(
    ({ from, to, standing }) => houseOf(to) === ministry && houseOf(from) !== ministry && standing !== 'declined',
  );
  const titles = await titlesOf(db, [
    ...waiting.map(({ measure_id }) => measure_id),
    ...waiting.map(({ needs }) => needs),
  ]);
  const named = (measureId: string) => ({ measureId, title: titles.get(measureId) ?? null });
  return waiting
    .map((one) => ({
      ...named(one.measure_id),
      ministry: houseOf(one.from),
      waitsFor: named(one.needs),
      ...{ standing: one.standing, reason: one.reason },
    }))
    .sort((one, other) => Number(other.standing === 'open') - Number(one.standing === 'open'));
};

/** The titles of measures, by their ids. */
const titlesOf = async (db: Tables, ids: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  ids.length === 0
    ? new Map()
    : new Map((await listMeasuresById(db, ids, 'government')).map(({ measure_id, title }) => [measure_id, title]));

const houseOf = (stream: string): string => stream.slice(0, stream.indexOf('.'));
