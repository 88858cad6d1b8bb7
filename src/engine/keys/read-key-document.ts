import { readBounded } from '../../read-bounded.js';

/** How long a key set may be, in bytes; one of Clerk's has a few thousand. */
const LONGEST_IN_BYTES = 1_048_576;

/**
 * Reads a key set as JSON.
 *
 * @throws When it is no JSON, longer than 1 MiB, or breaks off. As a rejection.
 */
export async function readKeyDocument(response: Response): Promise<unknown> {
  // A replaced fetch may answer with no stream of the web's.
  if (typeof response.body?.getReader !== 'function') return response.json();
  const text = await readBounded(response.body, LONGEST_IN_BYTES);
  if (text === undefined) throw new Error(`The answer has more than ${LONGEST_IN_BYTES} bytes.`);
  return JSON.parse(text);
}
