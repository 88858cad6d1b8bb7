import base from '../../jest.config.js';

// Apart from the other tests, which have to pass on a machine without a browser.
/** @type {import('jest').Config} */
export default {
  ...base,
  roots: ['<rootDir>/test/browser'],
  testMatch: ['**/*.browser.ts'],
  maxWorkers: 2,
  testTimeout: 60_000,
};
