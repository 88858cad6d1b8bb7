import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { routes } from '../routes.js';
import type { TestingToken } from './testing-token.js';

/** Operations on testing tokens. Every method rejects with a `ClerkApiError` when its call fails. */
export interface TestingTokenApi {
  /**
   * Makes a token by which end-to-end tests get past the bot protection of the instance.
   *
   * Source: POST /testing_tokens.
   */
  createTestingToken(): Promise<TestingToken>;
}

/** The operations of {@link TestingTokenApi}. */
export const testingTokenRoutes = routes<TestingTokenApi>()({
  createTestingToken: 'POST /testing_tokens',
});

/** @param send What makes the calls. */
export function bindTestingTokenApi(send: Send): TestingTokenApi {
  return bind(testingTokenRoutes, send);
}
