// For specs: what was once written, one file per version of each event. They are added, never changed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '..', 'frozen');

export const frozenSamples: ReadonlyMap<string, object> = new Map(
  readdirSync(folder)
    .sort()
    .map((file) => [file.replace(/\.json$/u, ''), JSON.parse(readFileSync(join(folder, file), 'utf8')) as object]),
);
