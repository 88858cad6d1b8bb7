import type { IncomingMessage } from 'node:http';
import { ClerkConfigurationError } from '../../clerk-configuration-error.js';
import { WebhookVerificationError } from '../webhook-verification-error.js';
import { BODY_IS_GONE, isRead, keptBody } from './kept-body.js';
import { type BodyLimits, readBody } from './read-body.js';

/** How much of a body is read where nothing else was said: more than any event has. */
export const BODY_LIMIT_IN_BYTES = 2 * 1024 * 1024;

/** How long a body may take to come in where nothing else was said. */
export const BODY_TIMEOUT_IN_MS = 10_000;

/**
 * The body of a request, byte for byte: as somebody kept it, or read from the request.
 *
 * @param request As the framework hands it out.
 * @param source Node's own request behind it.
 * @throws ClerkConfigurationError when it was read and not kept; WebhookVerificationError when it is
 * too long, comes too slowly or breaks off.
 */
export async function requestBody(
  request: object,
  source: IncomingMessage,
  limits: BodyLimits,
): Promise<Buffer> {
  const kept = keptBody(request);
  if (kept) return assertShort(kept, limits);
  if (isRead(source)) throw new ClerkConfigurationError(BODY_IS_GONE);
  const read = await readBody(source, limits);
  switch (read.status) {
    case 'complete':
      return read.body;
    case 'too-large':
      throw tooLarge(limits);
    case 'timed-out':
      throw new WebhookVerificationError(
        'body_timeout',
        `The body of the delivery did not come in within ${limits.timeoutInMs} ms.`,
      );
    case 'aborted':
      throw new WebhookVerificationError('body_incomplete', 'The body of the delivery broke off.');
    default:
      return read satisfies never;
  }
}

function assertShort(body: Buffer, limits: BodyLimits): Buffer {
  if (body.length > limits.limitInBytes) throw tooLarge(limits);
  return body;
}

function tooLarge({ limitInBytes }: BodyLimits): WebhookVerificationError {
  return new WebhookVerificationError(
    'body_too_large',
    `The body of the delivery has more than ${limitInBytes} bytes. Raise bodyLimitInBytes if it is Clerk's.`,
  );
}
