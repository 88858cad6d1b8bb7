import { setImmediate as soon } from 'node:timers/promises';

/** The bytes in so many pieces, with a moment between them. */
export async function* piecesOf(bytes: Buffer, count: number): AsyncGenerator<Buffer> {
  const size = Math.max(1, Math.ceil(bytes.length / count));
  for (let start = 0; start < bytes.length; start += size) {
    yield bytes.subarray(start, start + size);
    if (count > 1) await soon();
  }
}
