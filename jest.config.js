export default {
  testEnvironment: 'node',
  testTimeout: 60_000, // whole documents are read, perhaps on a busy machine
  globalSetup: '<rootDir>/test/built-program.ts',
  globalTeardown: '<rootDir>/test/after-tests.ts',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }] },
};
