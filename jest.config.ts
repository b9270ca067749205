import type { Config } from 'jest';

const config: Config = {
  testEnvironment: 'node',
  // One less, which is what jest takes by itself, is one on a machine of two.
  maxWorkers: '100%',
  // Only against what hangs: many specs start real processes, which take long on a busy machine.
  testTimeout: 60_000,
  // The same files as the build reads from dist, but from source: no build before a test run.
  testEnvironmentOptions: { customExportConditions: ['kheo-source', 'node', 'node-addons'] },
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/data/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js'] },
  transform: { '^.+\\.ts$': '@swc/jest' },
};

export default config;
