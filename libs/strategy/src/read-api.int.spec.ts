import { onPostgres } from '@zielwerk/postgres-server';

const SPECS = [
  ...[
    'agenda.e2e',
    'audience.e2e',
    'caching.e2e',
    'exports.e2e',
    'handover.e2e',
    'lists.e2e',
    'lives.e2e',
    'naive.e2e',
  ],
  ...['strategy.e2e', 'page/notices.e2e', 'page/page.e2e'],
];

onPostgres('the read API', SPECS, (spec) => jest.requireActual(`./${spec}.spec`));
