import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');
const FILE = join(ROOT, 'jurisdictions/sachsen-anhalt.json');
const { ministries } = JSON.parse(readFileSync(FILE, 'utf8')) as { ministries: readonly { code: string }[] };

/** Of one house alone, or for specs. */
const OF_A_HOUSE = /^apps\/ministry-[a-z]+\/|\.spec\.ts$|\.contract\.ts$|\/(?:testing|contract)\//u;
const FOR_SPECS = "from 'fast-check'";

type Source = Readonly<{ name: string; text: string }>;

const sourcesBelow = (folder: string): readonly Source[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((name) => /\.m?ts$/u.test(name) && !OF_A_HOUSE.test(name))
    .map((name) => ({ name, text: readFileSync(join(ROOT, name), 'utf8') }))
    .filter(({ text }) => !text.includes(FOR_SPECS));

/** A code as a text of its own: what could be compared with. */
const codeIn = new RegExp(`(['"\`])(?:${ministries.map(({ code }) => code).join('|')})\\1`, 'gu');
const codesIn = (source: string): readonly string[] => [...source.matchAll(codeIn)].map(([text]) => text);

describe('codes never appear in an if: ministries are data', () => {
  const sources = ['apps', 'libs'].flatMap(sourcesBelow);

  it('no code of a ministry stands in the code of a service', () => {
    expect(sources.map(({ name }) => name)).toContain('libs/ministry/src/ministry-app.ts');
    expect(sources.flatMap(({ name, text }) => codesIn(text).map((code) => [name, code]))).toEqual([]);
  });

  it('and one that stood there would be seen', () =>
    expect(codesIn(`if (code === 'mf' || code === "stk" || code === \`mid\` || code === 'mx') return 'ms ';`)).toEqual([
      ...["'mf'", '"stk"', '`mid`'],
    ]));

  it('but each house has a program of its own that says its code', () =>
    expect(
      ministries.map(({ code }) => codesIn(readFileSync(join(ROOT, `apps/ministry-${code}/src/main.ts`), 'utf8'))),
    ).toEqual(ministries.map(({ code }) => [`'${code}'`])));
});
