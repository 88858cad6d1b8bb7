import { given, shape } from '../shape.js';

/** An application that nobody owns yet, with its keys. The secret key is one: never log this. */
export interface AccountlessApplication {
  /** The key for browsers (`pk_test_…`). */
  readonly publishableKey: string;
  /** The key for your server (`sk_test_…`): never log it. */
  readonly secretKey: string;
  /** Where a developer makes it theirs. */
  readonly claimUrl: string;
  /** Where its keys can be seen. */
  readonly apiKeysUrl: string;
}

/** Reads a resource whose `object` is `accountless_application`. */
export const readAccountlessApplication = shape<AccountlessApplication>({
  publishableKey: given,
  secretKey: given,
  claimUrl: given,
  apiKeysUrl: given,
});
