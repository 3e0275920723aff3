// Writes docs/api from the contracts, or with --check says what has drifted. Run by `npm run contracts`.
import 'reflect-metadata';

import { allEvents } from '@zielwerk/contracts';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { asyncApiDocument } from './async-api';
import { openApiDocuments } from './open-api';

const folder = join(process.cwd(), 'docs/api');
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

const generated = async (): Promise<ReadonlyMap<string, string>> => {
  const schemas = Object.entries(allEvents.jsonSchemas()).map(
    ([wireType, schema]) =>
      [
        `schemas/${wireType}.json`,
        { $schema: 'https://json-schema.org/draft/2020-12/schema', $id: `urn:zielwerk:${wireType}`, ...schema },
      ] as const,
  );
  const documents = [...schemas, ['asyncapi.json', asyncApiDocument()] as const, ...(await openApiDocuments())];
  return new Map(documents.map(([name, document]) => [name, json(document)]));
};

const filesIn = (place: string): readonly string[] =>
  existsSync(place)
    ? readdirSync(place, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
        .map((entry) => join(entry.parentPath, entry.name).slice(place.length + 1))
    : [];

const main = async (): Promise<void> => {
  const files = await generated();
  const present = filesIn(folder);
  const isCurrent = ([name, text]: readonly [string, string]) =>
    present.includes(name) && readFileSync(join(folder, name), 'utf8') === text;
  const gone = present.filter((name) => !files.has(name));
  const drifted = [...[...files].filter((file) => !isCurrent(file)).map(([name]) => name), ...gone];

  if (process.argv.includes('--check')) {
    if (drifted.length > 0)
      console.error(`docs/api is not what the sources say; run npm run contracts: ${drifted.join(', ')}`);
    process.exitCode = drifted.length > 0 ? 1 : 0;
    return;
  }
  for (const name of gone) rmSync(join(folder, name));
  for (const [name, text] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  console.log(`docs/api: ${files.size} files, ${drifted.length} changed`);
};

void main();
