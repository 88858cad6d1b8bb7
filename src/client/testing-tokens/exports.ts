export type { TestingTokenApi } from './testing-token-api.js';
export type { TestingToken } from './testing-token.js';
