// Writes docs/api from the contracts, or with --check says what has drifted. Run by `npm run contracts`.
import { allEvents } from '@zielwerk/contracts';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { asyncApiDocument } from './async-api';

const folder = join(process.cwd(), 'docs/api');
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

const schemas = Object.entries(allEvents.jsonSchemas()).map(
  ([wireType, schema]) =>
    [
      `schemas/${wireType}.json`,
      json({ $schema: 'https://json-schema.org/draft/2020-12/schema', $id: `urn:zielwerk:${wireType}`, ...schema }),
    ] as const,
);
const files = new Map<string, string>([...schemas, ['asyncapi.json', json(asyncApiDocument())]]);

const present = existsSync(folder)
  ? readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.json') && !entry.name.startsWith('openapi'))
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  : [];
const drifted = [
  ...[...files]
    .filter(([name, text]) => !present.includes(name) || readFileSync(join(folder, name), 'utf8') !== text)
    .map(([name]) => name),
  ...present.filter((name) => !files.has(name)),
];

if (process.argv.includes('--check')) {
  if (drifted.length > 0)
    console.error(`docs/api is not what the contracts say; run npm run contracts: ${drifted.join(', ')}`);
  process.exitCode = drifted.length > 0 ? 1 : 0;
} else {
  for (const name of present) if (!files.has(name)) rmSync(join(folder, name));
  for (const [name, text] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  console.log(`docs/api: ${files.size} files, ${drifted.length} changed`);
}
