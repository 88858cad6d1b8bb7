/** How long the body of an error may be, in bytes; one of Clerk's has a few thousand. */
export const LONGEST_ERROR_IN_BYTES = 1_000_000;

/**
 * Reads the body of an error: what a gateway sends in Clerk's place must not fill the memory.
 *
 * @param response The answer.
 * @returns The text; undefined when there is more than an error may have, and the rest was left.
 */
export async function readBounded(response: Response): Promise<string | undefined> {
  // A replaced fetch may answer with no stream of the web's.
  if (typeof response.body?.getReader !== 'function') return response.text();
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.byteLength;
    if (length > LONGEST_ERROR_IN_BYTES) break;
    text += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return undefined;
}
