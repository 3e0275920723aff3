import { KNOWN_VARIABLES, SETTING_DEFAULTS, SETTINGS } from '@zielwerk/platform';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from './testing/dockerfile';

const page = readFileSync(join(ROOT, 'docs/operations.md'), 'utf8');
const sectionOf = (title: string): string => page.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';
const rows = [...sectionOf('Settings').matchAll(/^\| `(ZIELWERK_\w+)`( ◆)? +\|[^|]+\| (.+?) *\|$/gmu)].map(
  ([, variable = '', mayBeFile, initially = '']) => ({ variable, mayBeFile: mayBeFile !== undefined, initially }),
);

describe('docs/operations.md', () => {
  it('lists every setting once', () => {
    const variables = KNOWN_VARIABLES.filter((name) => !name.endsWith('_FILE'));
    expect(rows.map(({ variable }) => variable).sort()).toEqual(variables.sort());
  });

  it('says of each whether it may stand in a file, and what it is when nobody says', () => {
    const settings = Object.entries(SETTINGS).map(([name, { variable, mayBeFile = false }]) => {
      const initially = SETTING_DEFAULTS[name as keyof typeof SETTINGS];
      return { variable, mayBeFile, initially: Array.isArray(initially) ? 'none' : initially };
    });
    for (const { variable, mayBeFile, initially } of settings) {
      const row = rows.find((one) => one.variable === variable);
      expect([variable, row?.mayBeFile]).toEqual([variable, mayBeFile]);
      if (initially !== undefined)
        expect([variable, row?.initially.replaceAll('`', '')]).toEqual([variable, String(initially)]);
    }
  });

  it('sets only what there is in its examples', () => {
    const set = [...page.matchAll(/^(ZIELWERK_\w+)=/gmu)].map(([, variable = '']) => variable);
    expect(set.length).toBeGreaterThan(10);
    expect(set.filter((variable) => !KNOWN_VARIABLES.includes(variable))).toEqual([]);
  });

  it('leads to sections and files that are there', () => {
    const anchors = new Set(
      [...page.matchAll(/^##+ (.+)$/gmu)].map(([, title = '']) => title.toLowerCase().replaceAll(' ', '-')),
    );
    const links = [...page.matchAll(/\]\(#([^)]+)\)/gu)].map(([, anchor = '']) => anchor);
    expect(links.filter((anchor) => !anchors.has(anchor))).toEqual([]);
    const files = [...page.matchAll(/\bdeploy\/[\w./-]+\w/gu)].map(([file]) => file);
    const made = 'deploy/compose/secrets/';
    expect(files.filter((file) => !file.startsWith(made) && !existsSync(join(ROOT, file)))).toEqual([]);
  });
});
