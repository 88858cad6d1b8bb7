import base from '../jest.config.js';

// Grids and comparisons that take longer than a developer waits.
/** @type {import('jest').Config} */
export default {
  ...base,
  testMatch: ['**/*.thorough.ts'],
  testTimeout: 60_000,
};
