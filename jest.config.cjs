const { paths } = require('./tsconfig.base.json').compilerOptions;

const aliases = Object.entries(paths).map(([name, [file]]) => [`^${name}$`, file.replace('./', '<rootDir>/')]);

module.exports = {
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/tools'],
  // Engines (`.int.spec.ts`) and faults (`.fault.spec.ts`) have commands of their own.
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '\\.(int|fault)\\.spec\\.ts$'],
  testEnvironment: 'node',
  maxWorkers: '100%',
  // No test is about its own speed: a busy machine, or a slow disk, is no failure.
  testTimeout: 120_000,
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  // The tools, and jose, are modules of Node's own kind, and the exporter of traces imports as they do; jest runs CommonJS.
  transform: {
    '^.+\\.(ts|mjs)$|/node_modules/(jose|@opentelemetry/otlp-exporter-base)/.+\\.js$': [
      '@swc/jest',
      require('./swc.json'),
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!jose/|@opentelemetry/otlp-exporter-base/)'],
  moduleNameMapper: Object.fromEntries(aliases),
  setupFiles: ['reflect-metadata'],
};
