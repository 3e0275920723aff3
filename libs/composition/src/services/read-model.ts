// The statewide read model, where the configuration says.
import { allEvents } from '@zielwerk/contracts';
import { type Configuration, InvalidConfiguration } from '@zielwerk/platform';
import { openReadModel, type Place, type ReadModel, type ReadModelOptions } from '@zielwerk/projection-engine';
import { allProjections, analysisSchemas, type StrategyTables } from '@zielwerk/strategy';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { folderIn, type Parts } from './parts';
import { patiently } from './patiently';

export const STATEWIDE_FILE = 'statewide.sqlite';

const placeOf = ({ readModel }: Configuration, folder: string): Place =>
  readModel.engine === 'postgres'
    ? { database: { url: readModel.url, analysis: analysisSchemas } }
    : { file: join(folderIn(folder), STATEWIDE_FILE) };

/** Whether there may be one: what is in a database is only known by whoever opens it. */
export const hasReadModel = ({ readModel }: Configuration, folder: string): boolean =>
  readModel.engine === 'postgres' || existsSync(join(folder, STATEWIDE_FILE));

type Opening = Pick<Parts, 'configuration' | 'clock' | 'logger' | 'metrics'>;

/** `folder` is the strategy service's own. A database that is not there yet is waited for. */
export const openStatewide = (opening: Opening, folder: string): Promise<ReadModel<StrategyTables>> => {
  const { configuration, clock, logger, metrics } = opening;
  const onWarning = (sentence: string) => {
    logger.warn(sentence);
  };
  const onRebuild = (projection: string, ratio: number) => metrics?.of('strategy').rebuilding(projection, ratio);
  const open = () => openIn(placeOf(configuration, folder), { clock, onWarning, onRebuild });
  const wanted = { what: 'a database for the read model', variable: 'ZIELWERK_READ_MODEL_URL', logger };
  return configuration.readModel.engine === 'postgres' ? patiently(open, wanted) : open();
};

const openIn = (place: Place, options: Pick<ReadModelOptions, 'clock' | 'onWarning' | 'onRebuild'> = {}) =>
  openReadModel<StrategyTables>({ ...place, projections: allProjections, events: allEvents, ...options });

/** For whoever must be the only one who writes. Throws InvalidConfiguration when somebody else does. */
export const openStatewideAlone = async (
  configuration: Configuration,
  folder: string,
): Promise<ReadModel<StrategyTables>> => {
  const readModel = await openIn(placeOf(configuration, folder));
  if (readModel.isRunner) return readModel;
  await readModel.close();
  throw new InvalidConfiguration(
    'The database in ZIELWERK_READ_MODEL_URL is kept up to date by a service that runs: stop it first.',
  );
};
