import { onPostgres } from '@zielwerk/postgres-server';

const SPECS = [
  ...['gathering', 'ingest', 'interleaving', 'newer-versions', 'open-read-model', 'projecting', 'queries', 'rebuild'],
  ...['requeue', 'start-ingest', 'waiting-list'],
];

onPostgres('the projection engine', SPECS, (spec) => jest.requireActual(`../${spec}.spec`));
