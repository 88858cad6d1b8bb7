import type { IncomingMessage } from 'node:http';

/**
 * The body as bytes where somebody has kept it: in `rawBody` (Nest's option of that name, serverless
 * platforms), or in `body` (`express.raw()`, `express.text()`).
 *
 * @param request The request as the framework hands it out.
 */
export function keptBody(request: object): Buffer | undefined {
  const { rawBody, body }: { rawBody?: unknown; body?: unknown } = request;
  return toBuffer(rawBody) ?? toBuffer(body);
}

/** Whether something has begun to read from a request, so that the body can't be had from it. */
export function isRead(request: IncomingMessage): boolean {
  return request.readableDidRead || request.readableEnded;
}

/** Said where only an object is left of the body, which has many spellings, and one was signed. */
export const BODY_IS_GONE =
  'The body of the webhook was read before it could be verified, and its signature is one of the bytes ' +
  'as they came. Have it verified before anything reads it, or have what reads it keep the bytes, as ' +
  'rawBody: true of NestFactory.create() and express.raw() do.';

function toBuffer(value: unknown): Buffer | undefined {
  if (typeof value === 'string') return Buffer.from(value, 'utf8');
  // By shape: under jest an array may come from another realm.
  return ArrayBuffer.isView(value)
    ? Buffer.from(value.buffer, value.byteOffset, value.byteLength)
    : undefined;
}
