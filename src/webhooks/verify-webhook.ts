import type { IncomingMessage } from 'node:http';
import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import { nodeRequestOf } from '../nest/http/node-request.js';
import { BODY_IS_GONE } from './body/kept-body.js';
import { BODY_LIMIT_IN_BYTES, BODY_TIMEOUT_IN_MS, requestBody } from './body/request-body.js';
import type { WebhookEvent } from './events/webhook-event.js';
import { parseEvent } from './parse-event.js';
import { type DeliveryHeaders, readDeliveryHeaders } from './signature/delivery-headers.js';
import { SECRET_VARIABLE, SigningSecrets } from './signature/signing-secrets.js';
import { TOLERANCE_IN_SECONDS } from './signature/timestamp.js';

/** The vendor's options. */
export interface VerifyWebhookOptions {
  /** The signing secret of the endpoint (`whsec_…`). Default: `CLERK_WEBHOOK_SIGNING_SECRET`. */
  readonly signingSecret?: string;
}

/** A request of the Fetch API, Node's own or Express's, or Fastify's, which wraps Node's. */
export type WebhookRequest = Request | IncomingMessage | { readonly raw: IncomingMessage };

/**
 * Verifies that a request is a delivery of Clerk's, and returns its event.
 *
 * The raw body must still be there: unread, or kept in `rawBody` (as `NestFactory.create(…, { rawBody:
 * true })` does) or in `body` as text or bytes (as `express.raw()` does). An event that Clerk knows
 * and this version does not is returned too, although no type names it.
 *
 * @param request The request.
 * @param options Where the secret does not come from the environment.
 * @throws WebhookVerificationError when it must not be believed: answer 400. ClerkConfigurationError
 * when there is no secret, or no raw body any more: answer 500.
 * @example
 * ```ts
 * const event = await verifyWebhook(request);
 * if (event.type === 'user.created') console.log(event.data.id);
 * ```
 */
export async function verifyWebhook(
  request: WebhookRequest,
  { signingSecret = process.env[SECRET_VARIABLE] }: VerifyWebhookOptions = {},
): Promise<WebhookEvent> {
  if (!signingSecret) {
    throw new ClerkConfigurationError(
      'signingSecret is missing: pass it, or set the environment variable ' +
        `${SECRET_VARIABLE} to the secret of the endpoint in the Clerk Dashboard, Webhooks.`,
    );
  }
  const secrets = new SigningSecrets([signingSecret], 'signingSecret');
  const { headers, body } = isWebRequest(request)
    ? await readWeb(request)
    : await readNode(request);
  secrets.verify(body, headers, TOLERANCE_IN_SECONDS);
  return parseEvent(body);
}

interface Delivered {
  readonly headers: DeliveryHeaders;
  readonly body: Buffer;
}

async function readWeb(request: Request): Promise<Delivered> {
  const headers = readDeliveryHeaders((name) => request.headers.get(name));
  if (request.bodyUsed) throw new ClerkConfigurationError(BODY_IS_GONE);
  return { headers, body: Buffer.from(await request.arrayBuffer()) };
}

async function readNode(request: Exclude<WebhookRequest, Request>): Promise<Delivered> {
  const source = nodeRequestOf(request);
  const headers = readDeliveryHeaders((name) => [source.headers[name]].flat().join(', '));
  const limits = { limitInBytes: BODY_LIMIT_IN_BYTES, timeoutInMs: BODY_TIMEOUT_IN_MS };
  return { headers, body: await requestBody(request, source, limits) };
}

function isWebRequest(request: WebhookRequest): request is Request {
  return 'arrayBuffer' in request && typeof request.arrayBuffer === 'function';
}
