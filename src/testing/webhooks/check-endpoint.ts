import { Webhook } from 'standardwebhooks';
import { isWebhookEventType } from '../../webhooks/events/event-types.js';
import { LocalClerkOptionsError } from '../errors.js';
import { isLoopbackHost } from '../server/loopback.js';
import type {
  CheckedEndpoint,
  LocalWebhookEndpoint,
  LocalWebhookOptions,
} from './local-webhook-endpoint.js';
import { signingSecretOf } from './signing-secret.js';

const DEFAULT_RETRY_DELAYS_IN_MS = [50, 250, 1_000, 5_000];
const DEFAULT_TIMEOUT_IN_MS = 5_000;

// The longest delay that a timer of Node can hold.
const MAX_DELAY_IN_MS = 2 ** 31 - 1;

/** @throws LocalClerkOptionsError for endpoints that can't be, naming the member. */
export function checkEndpoints(
  given: LocalWebhookOptions | undefined,
  instance: { readonly secretKey: string },
): CheckedEndpoint[] {
  return [given ?? []].flat().map((endpoint) => checkEndpoint(endpoint, instance));
}

/** @throws LocalClerkOptionsError for an endpoint that can't be, naming the member. */
export function checkEndpoint(
  endpoint: LocalWebhookEndpoint,
  instance: { readonly secretKey: string },
): CheckedEndpoint {
  const {
    url,
    signingSecret = signingSecretOf(instance),
    events,
    seed = false,
    retryDelaysInMs = DEFAULT_RETRY_DELAYS_IN_MS,
    timeoutInMs = DEFAULT_TIMEOUT_IN_MS,
  } = endpoint;
  const unknown = events?.find((name: string) => !isWebhookEventType(name));
  if (unknown !== undefined) throw wrong('events', `names no event of Clerk's: ${unknown}`);
  if (!isSecret(signingSecret)) throw wrong('signingSecret', 'must be `whsec_` and base64');
  if (!retryDelaysInMs.every(isDelay)) throw wrong('retryDelaysInMs', 'must be milliseconds');
  if (!isDelay(timeoutInMs) || timeoutInMs === 0) {
    throw wrong('timeoutInMs', 'must be a number of milliseconds above 0');
  }
  return {
    url: checkUrl(url),
    signingSecret,
    events: events && new Set(events),
    seed,
    retryDelaysInMs,
    timeoutInMs,
  };
}

/** What happens here is nobody's business elsewhere, and made-up events are no other server's. */
function checkUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isLocal = url?.protocol === 'http:' && isLoopbackHost(url.host);
  if (isLocal && url.username === '' && url.password === '') return url;
  throw wrong('url', 'must be an http URL on localhost, 127.0.0.1 or [::1]');
}

function isSecret(value: string): boolean {
  try {
    return Boolean(new Webhook(value));
  } catch {
    // What it says may quote the secret.
    return false;
  }
}

function isDelay(value: number): boolean {
  return Number.isFinite(value) && value >= 0 && value <= MAX_DELAY_IN_MS;
}

function wrong(member: keyof LocalWebhookEndpoint, problem: string): LocalClerkOptionsError {
  return new LocalClerkOptionsError(`\`webhooks.${member}\` ${problem}.`);
}
