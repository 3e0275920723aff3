// A log of events made into rows on PostgreSQL, from zero: the log is there already, as it is for the model.
import { checksumOf } from '@zielwerk/kernel';
import { openReadModel, type ReadModel } from '@zielwerk/projection-engine';
import { Client } from 'pg';

import type { Figure } from '../figure';
import { OwnColumnsPostgres } from '../models/own-columns-postgres';
import { perSecond, sideBySide } from '../rounds';
import type { Run, Section } from '../run';
import { goalEvents, goalsProjection } from '../workload/goals';
import { onPostgres } from './on-postgres';
import { ingest, messages } from './projection';
import { EVENTS, seededModel } from './seeded';

const SCHEMA = 'bench';
const NAME = 'PostgreSQL read model, projection of 100k events';

export const rows: Section = (run) => onPostgres(run, (url) => projecting(run, url));

const open = (url: string, schema = SCHEMA): Promise<ReadModel> =>
  openReadModel({ database: { url, schema }, projections: [goalsProjection], events: goalEvents });

/** As if nothing had been projected yet. */
const forget = async (url: string): Promise<void> => {
  const client = new Client(url);
  await client.connect();
  await client.query(`truncate ${SCHEMA}.goals; update ${SCHEMA}.projection set ordinal = 0; analyze ${SCHEMA}.event`);
  await client.end();
};

const projecting = async (run: Run, url: string): Promise<readonly Figure[]> => {
  const arrived = await messages(run);
  const filled = await open(url);
  await ingest(filled, arrived, false);
  await filled.close();
  const model = await seededModel(run, { name: 'own-postgres', pgUrl: url });
  const columns = await OwnColumnsPostgres.open(url, SCHEMA);
  let sum = '';
  const ours = async () => {
    await forget(url);
    const readModel = await open(url);
    const rate = await perSecond(EVENTS, () => readModel.project());
    sum = await readModel.checksum('goals');
    await readModel.close();
    return rate;
  };
  const theirs = model && (() => perSecond(EVENTS, () => model.project(EVENTS)));
  const figures = await sideBySide(run.rounds, { name: NAME, unit: 'events/s' }, ours, [
    { name: 'own-postgres', measure: theirs, reach: { times: 0.5 } },
    {
      name: 'own-postgres with our columns',
      measure: () => perSecond(EVENTS, () => columns.project()),
      reach: { times: 0.5 },
    },
  ]);
  await columns.close();
  if (model && checksumOf(await model.project(EVENTS)) !== sum)
    run.note('The rows of the read model are not those of own-postgres: its figures are worthless.');
  await model?.close();

  const arriving = await open(url, 'bench_arriving');
  const rate = await perSecond(arrived.length, () => ingest(arriving, arrived, true));
  await arriving.close();
  return [...figures, { name: 'PostgreSQL read model, ingest and projection', unit: 'messages/s', ours: rate }];
};
