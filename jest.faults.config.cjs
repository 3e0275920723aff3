module.exports = {
  ...require('./jest.config.cjs'),
  testMatch: ['**/*.fault.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  maxWorkers: 1,
};
