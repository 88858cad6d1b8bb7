import { readBounded } from '../read-bounded.js';

/** How long the body of an error may be, in bytes; one of Clerk's has a few thousand. */
export const LONGEST_ERROR_IN_BYTES = 1_000_000;

/**
 * Reads the body of an error.
 *
 * @param response The answer.
 * @returns The text; undefined when there is more than an error may have, and the rest was left.
 */
export async function readErrorBody(response: Response): Promise<string | undefined> {
  // A replaced fetch may answer with no stream of the web's.
  return typeof response.body?.getReader === 'function'
    ? readBounded(response.body, LONGEST_ERROR_IN_BYTES)
    : response.text();
}
