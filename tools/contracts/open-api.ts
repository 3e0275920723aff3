// The interfaces of the services as OpenAPI 3.1, asked of services that really run.
import { startEverything } from '@zielwerk/composition';
import { readConfiguration } from '@zielwerk/platform';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One house that holds every office has every route that any house can have. */
const HOUSE = 'house';
const jurisdiction = {
  id: 'one-house',
  name: 'One house',
  ministries: [{ code: HOUSE, shortName: 'House', name: 'A ministry' }],
  offices: { cabinet: HOUSE, finance: HOUSE, strategy: HOUSE },
  pillars: [],
  themes: [],
};

/** By file name below docs/api. In paths, `house` stands for the code of a house. */
export const openApiDocuments = async (): Promise<ReadonlyMap<string, unknown>> => {
  const folder = mkdtempSync(join(tmpdir(), 'zielwerk-openapi-'));
  const file = join(folder, 'jurisdiction.json');
  writeFileSync(file, JSON.stringify(jurisdiction));
  const running = await startEverything(
    readConfiguration({ ZIELWERK_PORT: '0', ZIELWERK_DATA: join(folder, 'data'), ZIELWERK_JURISDICTION: file }),
  );
  try {
    const read = async (path: string): Promise<unknown> => (await fetch(`${running.url}${path}`)).json();
    return new Map([
      ['openapi-ministry.json', await read(`/api/ministries/${HOUSE}/docs/openapi.json`)],
      ['openapi-strategy.json', await read('/api/strategy/docs/openapi.json')],
    ]);
  } finally {
    await running.stop();
    rmSync(folder, { recursive: true });
  }
};
