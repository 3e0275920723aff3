// Style sheets and fonts, read once and served by this service itself: the page asks no other host for anything.
import { besideProgram } from '@zielwerk/platform';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { chartCss } from './style/chart.css';
import { fontsCss } from './style/fonts.css';
import { lightsCss } from './style/lights.css';
import { pageCss } from './style/page.css';
import { partsCss } from './style/parts.css';
import { printCss } from './style/print.css';
import { tableCss } from './style/table.css';
import { faviconSvg } from './style/favicon.svg';

export type Asset = Readonly<{ type: string; bytes: Buffer; gzipped: Buffer | null }>;

/** `path` puts the version of the content into the address: what is found there may be kept for ever. */
export type Assets = Readonly<{
  version: string;
  path: (name: string) => string;
  find: (name: string) => Asset | undefined;
}>;

/** The addresses are `/assets/<version>/<name>`. */
export const ASSETS_ROUTE = 'assets';

const FONTS = ['FiraSans-Regular.woff2', 'FiraSans-Medium.woff2', 'FiraSans-SemiBold.woff2'];

const text = (type: string, content: string | Buffer): Asset => {
  const bytes = Buffer.from(content);
  return { type: `${type}; charset=utf-8`, bytes, gzipped: gzipSync(bytes) };
};

const installedKern = (): string =>
  join(dirname(createRequire(__filename).resolve('@kern-ux/native/package.json')), 'dist');

const readAll = (): ReadonlyMap<string, Asset> => {
  const kern = besideProgram('kern-ux') ?? installedKern();
  const read = (...path: readonly string[]) => readFileSync(join(kern, ...path));
  return new Map([
    ['kern.min.css', text('text/css', read('kern.min.css'))],
    [
      'zielwerk.css',
      text('text/css', [fontsCss, pageCss, partsCss, lightsCss, tableCss, chartCss, printCss].join('\n')),
    ],
    ['favicon.svg', text('image/svg+xml', faviconSvg)],
    ...FONTS.map((name): [string, Asset] => [
      name,
      { type: 'font/woff2', bytes: read('fonts', 'fira-sans', name), gzipped: null },
    ]),
  ]);
};

/** Reads the files of the design system beside this program; throws when it is not installed. */
export const loadAssets = (): Assets => {
  const files = readAll();
  const hash = createHash('sha256');
  for (const [name, { bytes }] of files) hash.update(name).update(bytes);
  const version = hash.digest('hex').slice(0, 16);
  return { version, path: (name) => `/${ASSETS_ROUTE}/${version}/${name}`, find: (name) => files.get(name) };
};
