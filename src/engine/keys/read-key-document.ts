/** How long a key set may be, in bytes; one of Clerk's has a few thousand. */
const LONGEST_IN_BYTES = 1_048_576;

/**
 * Reads a key set as JSON. What a broken server sends in its place must not fill the memory.
 *
 * @throws When it is no JSON, longer than 1 MiB, or breaks off. As a rejection.
 */
export async function readKeyDocument(response: Response): Promise<unknown> {
  // A replaced fetch may answer with no stream of the web's.
  if (typeof response.body?.getReader !== 'function') return response.json();
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return JSON.parse(text + decoder.decode());
    length += value.byteLength;
    if (length > LONGEST_IN_BYTES) break;
    text += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  throw new Error(`The answer has more than ${LONGEST_IN_BYTES} bytes.`);
}
