// Boundaries and style of the monorepo. Run through `nx lint`, or after `nx graph --file=tmp/graph.json`: without a cached
// project graph the Nx rule only warns that it is skipped, and passes.
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

const layer = (type, mayUse, npm) => ({
  sourceTag: `type:${type}`,
  onlyDependOnLibsWithTags: mayUse.map((target) => `type:${target}`),
  ...(npm && { allowedExternalImports: npm }),
});
const base = ['contracts', 'kernel'];
const specs = ['testing'];
const composable = [
  ...['ministry-kit', 'strategy-kit', 'feature', 'read-model', 'engine', 'adapter', 'platform', 'bundle'],
  ...base,
];
// They meet through contracts only.
const capabilities = ['framework', 'goals', 'cabinet', 'finance', 'measures', 'indicators'];

const pure = {
  'no-restricted-imports': ['error', { patterns: [{ group: ['node:*'], message: 'Pure code has no I/O.' }] }],
  'no-restricted-syntax': [
    'error',
    { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Time arrives from outside.' },
    {
      selector: 'MemberExpression[object.name=/^(Date|Math|crypto)$/][property.name=/^(now|random|randomUUID)$/]',
      message: 'Time, chance and ids arrive from outside.',
    },
    {
      selector: 'ImportDeclaration[importKind!="type"][source.value="@zielwerk/contracts"]',
      message: 'A domain knows events as types only.',
    },
  ],
};

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'tmp', '**/*.cjs', '**/*.mjs', '**/*.d.mts', 'tools/boundaries/fixture/**'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  prettier,
  {
    files: ['**/*.ts'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, emitDecoratorMetadata: true },
    },
    plugins: { '@nx': nx },
    rules: {
      'max-lines': ['error', { max: 300 }],
      complexity: ['error', 8],
      'max-depth': ['error', 3],
      'max-params': ['error', 4],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Event data is declared as a class for its decorators, but it is always a plain object.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true, allowEmpty: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@nx/enforce-module-boundaries': [
        'error',
        {
          // For specs: a real broker and services as processes, as the tools are no library, and stores in memory (guarded below).
          allow: ['/(?:kafka|postgres|build|cluster|releases)/[a-z-]+.mjs$', '^@zielwerk/event-store/testing$'],
          depConstraints: [
            layer('kernel', ['kernel'], []),
            layer('contracts', ['kernel'], ['class-validator', 'class-validator/*', 'ajv', 'ajv/*', 'fast-check']),
            layer('domain', [...base, ...specs], []),
            layer('adapter', [...base, ...specs]),
            layer('engine', [...base, ...specs]),
            layer('bundle', [...base, ...specs]),
            layer('testing', ['adapter', ...base, ...specs]),
            layer('platform', [...base, ...specs]),
            layer('feature', ['domain', 'platform', ...base, ...specs]),
            layer('read-model', ['platform', ...base, ...specs]),
            layer('ministry-kit', ['feature', 'platform', 'bundle', ...base, ...specs]),
            layer('strategy-kit', ['read-model', 'engine', 'platform', 'bundle', ...base, ...specs]),
            layer('composition', [...composable, ...specs]),
            layer('app', ['composition', ...composable, ...specs]),
            layer('tool', ['tool', 'composition', ...composable, ...specs]),
            ...capabilities.map((name) => ({
              sourceTag: `capability:${name}`,
              notDependOnLibsWithTags: capabilities
                .filter((other) => other !== name)
                .map((other) => `capability:${other}`),
            })),
          ],
        },
      ],
    },
  },
  {
    files: ['**/libs/**/domain/**/*.ts', '**/libs/kernel/**/*.ts', '**/*.projection.ts'],
    ignores: ['**/*.spec.ts', '**/clock.ts', '**/testing/**'],
    rules: pure,
  },
  {
    files: ['**/*.slice.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: '@nestjs/common', importNames: ['Body', 'Param'], message: 'Use ValidBody and ValidId.' }] },
      ],
    },
  },
  {
    files: ['**/*.ts'],
    ignores: ['**/*.spec.ts', '**/*.contract.ts', '**/testing/**', '**/testing.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            '@zielwerk/testing',
            '@zielwerk/kurrent-double',
            '@zielwerk/postgres-server',
            '@zielwerk/spec-engines',
            '@zielwerk/certificates',
            '@zielwerk/contracts/testing',
            '@zielwerk/event-store/testing',
            '@zielwerk/platform/testing',
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.spec.ts', '**/*.contract.ts', '**/testing/**', '**/agreement-spec.ts'],
    rules: { 'max-lines': ['error', { max: 400 }], '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
);
