// Proves that the boundaries hold: lints the fixture as if it were part of a domain, and fails unless each line is refused.
// Run it after `nx graph`: without a cached project graph the Nx rule lets everything pass.
import { ESLint } from 'eslint';
import { readFileSync } from 'node:fs';
import tseslint from 'typescript-eslint';

const code = readFileSync(new URL('fixture/must-fail.ts', import.meta.url), 'utf8');

const MUST_FAIL = [
  ['@nestjs/common', '@nx/enforce-module-boundaries'],
  ["'@zielwerk/contracts'", 'no-restricted-syntax'],
  ['@zielwerk/measures-domain', '@nx/enforce-module-boundaries'],
  ['@zielwerk/platform', '@nx/enforce-module-boundaries'],
  ['node:fs', 'no-restricted-imports'],
  ['new Date()', 'no-restricted-syntax'],
  ['Math.random()', 'no-restricted-syntax'],
];

const eslint = new ESLint({
  overrideConfig: [
    { files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked },
    { files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: false } } },
  ],
});
const [{ messages }] = await eslint.lintText(code, { filePath: 'libs/goals/domain/src/must-fail.ts' });

const lines = code.split('\n');
const refused = ([words, rule]) =>
  messages.some(({ ruleId, line }) => ruleId === rule && lines[line - 1].includes(words));
const passed = MUST_FAIL.filter((line) => !refused(line));

for (const [words, rule] of passed) console.error(`${rule} lets «${words}» pass in a domain.`);
console.log(`boundaries: ${MUST_FAIL.length - passed.length} of ${MUST_FAIL.length} violations refused`);
process.exitCode = passed.length > 0 ? 1 : 0;
