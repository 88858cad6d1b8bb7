import { withBothNames } from '../both-names.js';

/** A token by which end-to-end tests get past the bot protection. Source: schema TestingToken. */
export interface TestingToken {
  /** The token itself: the query parameter `__clerk_testing_token` of requests to the Frontend API. */
  readonly token: string;
  /** When it expires: a Unix time in seconds. Not enumerable; the answer's own name, `expires_at`, is. */
  readonly expiresAt: number;
}

/** Reads a resource whose `object` is `testing_token`: as it came, which is what the vendor's client hands over in spite of its types. */
export const readTestingToken = withBothNames;
