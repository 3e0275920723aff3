// Writes docs/api, docs/bundle.md and docs/analysis.md from their sources, or with --check says what has drifted. Run by `npm run contracts`.
import 'reflect-metadata';

import { allEvents } from '@zielwerk/contracts';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { analysisPage } from './analysis-page';
import { asyncApiDocument } from './async-api';
import { bundlePage } from './bundle-page';
import { openApiDocuments } from './open-api';
import { json, schemaFiles } from './schema-files';
import { rewritten, rewrittenInHistory, sentenceOn } from './written-versions';

const root = process.cwd();
const folder = join(root, 'docs');
const API = 'api';

const generated = async (): Promise<ReadonlyMap<string, string>> => {
  const schemas = [...schemaFiles(allEvents)].map(([path, text]) => [path.slice('docs/'.length), text] as const);
  const documents = [['asyncapi.json', asyncApiDocument()] as const, ...(await openApiDocuments())];
  return new Map([
    ...schemas,
    ...documents.map(([name, document]) => [`${API}/${name}`, json(document)] as const),
    ['bundle.md', await bundlePage()],
    ['analysis.md', await analysisPage()],
  ]);
};

/** Says so in one sentence and fails when a version that was written is about to change, or with --check when it once did. */
const refusesChange = (isCheck: boolean): boolean => {
  const history = isCheck ? rewrittenInHistory(root) : [];
  if (!history) console.log('There is no history here that could tell whether a written version was changed.');
  const changed = [...new Set([...rewritten(root, schemaFiles(allEvents)), ...(history ?? [])])];
  if (changed.length > 0) console.error(sentenceOn(changed));
  return changed.length > 0;
};

const filesIn = (place: string): readonly string[] =>
  existsSync(place)
    ? readdirSync(place, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
        .map((entry) => join(entry.parentPath, entry.name).slice(place.length + 1))
    : [];

const isThere = (name: string): boolean => existsSync(join(folder, name));

const main = async (): Promise<void> => {
  const isCheck = process.argv.includes('--check');
  if (refusesChange(isCheck)) {
    process.exitCode = 1;
    return;
  }
  const files = await generated();
  const present = [
    ...filesIn(join(folder, API)).map((name) => join(API, name)),
    ...['bundle.md', 'analysis.md'].filter(isThere),
  ];
  const isCurrent = ([name, text]: readonly [string, string]) =>
    present.includes(name) && readFileSync(join(folder, name), 'utf8') === text;
  const gone = present.filter((name) => !files.has(name));
  const drifted = [...[...files].filter((file) => !isCurrent(file)).map(([name]) => name), ...gone];

  if (isCheck) {
    if (drifted.length > 0)
      console.error(`docs is not what the sources say; run npm run contracts: ${drifted.join(', ')}`);
    process.exitCode = drifted.length > 0 ? 1 : 0;
    return;
  }
  for (const name of gone) rmSync(join(folder, name));
  for (const [name, text] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  console.log(`docs: ${files.size} files, ${drifted.length} changed`);
};

void main();
