// docs/rules.md leads from each rule of the domain to the test that proves it: this looks whether that test is there.
import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const root = join(__dirname, '../..');

const isProof = ({ name, parentPath }: Dirent): boolean =>
  name.endsWith('.spec.ts') || (name.endsWith('.ts') && basename(parentPath) === 'testing');

/** By file name; two files of one name are looked at together. */
const specs = new Map<string, string>();
for (const folder of ['libs', 'apps', 'tools'])
  for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter(isProof))
    specs.set(entry.name, (specs.get(entry.name) ?? '') + readFileSync(join(entry.parentPath, entry.name), 'utf8'));

/** Rows such as `| A goal has one lead. | goal-content.spec.ts: has exactly one lead<br>… |`. */
const rows = readFileSync(join(root, 'docs/rules.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| .*\.ts: /u.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, rule = '', proofs = '']) => ({ rule, proofs: proofs.split('<br>').map((proof) => proof.trim()) }));

const namesTest = (proof: string): boolean => {
  const [file = '', ...name] = proof.split(': ');
  const title = name.join(': ');
  const text = specs.get(file) ?? '';
  return title !== '' && [`'${title}`, `"${title}`, `\`${title}`].some((quoted) => text.includes(quoted));
};

it('there are rules', () => expect(rows.length).toBeGreaterThan(50));

it.each(rows)('$rule', ({ proofs }) => expect(proofs.filter((proof) => !namesTest(proof))).toEqual([]));
