import { ClerkConfigurationError } from '../clerk-configuration-error.js';

/** Headers that somebody wants sent along; see {@link extraHeaders}. */
export type ExtraHeaders = Readonly<Record<string, string>>;

/** The client's own, whatever anybody wants: the key, and the type of a body that the client made. */
const RESERVED: ReadonlySet<string> = new Set(['authorization', 'content-type']);

/**
 * Checks headers to send along. `Authorization` and `Content-Type` are left out: who asks, and in
 * what, is not for a header to say.
 *
 * @param headers What was given.
 * @returns Them with their names in lower case.
 * @throws {ClerkConfigurationError} When HTTP can't carry one; the error doesn't quote its value.
 */
export function extraHeaders(headers: ExtraHeaders = {}): readonly (readonly [string, string])[] {
  return Object.entries(headers)
    .map(([name, value]) => checked(name, value))
    .filter(([name]) => !RESERVED.has(name));
}

function checked(name: string, value: unknown): readonly [string, string] {
  try {
    const [pair] = new Headers([[name, String(value)]]);
    if (pair && typeof value === 'string') return pair;
  } catch {
    // fetch quotes a value that it refuses, and it may be a secret.
  }
  throw new ClerkConfigurationError(
    `\`headers\` holds ${JSON.stringify(name)}, which HTTP can not carry.`,
  );
}
