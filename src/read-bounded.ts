/**
 * Reads a body as text: what a broken server or a gateway sends in Clerk's place must not fill the
 * memory.
 *
 * @param body The body of an answer.
 * @param mostBytes How long it may be.
 * @returns The text; undefined when there is more than that, and the rest was left.
 */
export async function readBounded(
  body: ReadableStream<Uint8Array>,
  mostBytes: number,
): Promise<string | undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.byteLength;
    if (length > mostBytes) break;
    text += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return undefined;
}
