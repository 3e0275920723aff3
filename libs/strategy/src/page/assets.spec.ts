import { gunzipSync } from 'node:zlib';

import { loadAssets } from './assets';

const assets = loadAssets();
const sheet = (name: string) => assets.find(name)?.bytes.toString() ?? '';

it('puts a version of the content into every address', () => {
  expect(assets.path('zielwerk.css')).toBe(`/assets/${assets.version}/zielwerk.css`);
  expect(assets.version).toMatch(/^[0-9a-f]{16}$/u);
  expect(loadAssets().version).toBe(assets.version);
});

it('finds nothing but its own files', () =>
  expect(['../package.json', '..%2fpackage.json', '', 'constructor', 'kern.css'].map(assets.find)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]));

it.each(['kern.min.css', 'zielwerk.css'])('asks no other host for anything in %s', (name) => {
  const addresses = [...sheet(name).matchAll(/url\(\s*["']?([^"')]{1,30})|@import\s+["']([^"']+)/gu)];
  const foreign = addresses
    .map(([, url, imported]) => url ?? imported ?? '')
    .filter((url) => !/^(data:|\.\/)/u.test(url));
  expect([addresses.length > 0, foreign]).toEqual([true, []]);
});

it('has every font that its style sheet names', () => {
  const fonts = [...sheet('zielwerk.css').matchAll(/url\('\.\/([^']+)'\)/gu)].map(([, name]) => name ?? '');
  expect(fonts).toHaveLength(3);
  for (const font of fonts) expect(assets.find(font)?.bytes.subarray(0, 4).toString()).toBe('wOF2');
});

it('holds the same content compressed', () => {
  const asset = assets.find('kern.min.css');
  expect(gunzipSync(asset?.gzipped ?? Buffer.of()).equals(asset?.bytes ?? Buffer.of())).toBe(true);
});
