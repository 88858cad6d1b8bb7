import {
  BACKEND_API_HEADERS,
  BACKEND_API_TIMEOUT_IN_MS,
  backendApiUrl,
} from '../../backend-api.js';
import type { VerificationFailure } from '../claims/verification-failure.js';
import { TokenVerificationErrorReason } from '../reasons.js';
import { type KeySet, parseJwks } from './jwks.js';
import { readKeyDocument } from './read-key-document.js';

/** The part of an instance that fetching its keys needs. */
export interface JwksAccess {
  readonly secretKey: string;
  /** The Backend API's address. */
  readonly apiUrl: string;
  readonly apiVersion: string;
  /** The function to fetch with; Node's own unless a test moves the network. */
  readonly fetch: typeof fetch;
}

/** What came of fetching keys. */
export type JwksAnswer =
  | { readonly fetched: true; readonly keys: KeySet }
  | { readonly fetched: false; readonly failure: VerificationFailure };

/**
 * Fetches the instance's keys from the Backend API: `GET /jwks`, with the secret key, in 5 seconds
 * at most, to the last byte. Never rejects: not to get the keys is a state that requests have to be
 * answered in.
 */
export async function fetchJwks(access: JwksAccess): Promise<JwksAnswer> {
  const signal = AbortSignal.timeout(BACKEND_API_TIMEOUT_IN_MS);
  try {
    return await Promise.race([ask(access, signal), end(signal)]);
  } catch (cause) {
    return notFetched(signal.aborted ? TOO_LATE : 'it could not be reached', cause);
  }
}

const TOO_LATE = `it did not answer within ${BACKEND_API_TIMEOUT_IN_MS / 1000} seconds`;

async function ask(access: JwksAccess, signal: AbortSignal): Promise<JwksAnswer> {
  const response = await access.fetch(backendApiUrl(access, '/jwks'), {
    headers: { ...BACKEND_API_HEADERS, Authorization: `Bearer ${access.secretKey}` },
    // A redirect would carry the secret key to wherever it points.
    redirect: 'error',
    signal,
  });
  if (!response.ok) {
    // Nobody reads it, and unread it would keep its connection.
    void response.body?.cancel?.().catch(() => undefined);
    const { status } = response;
    return isRefusal(status) ? refusedKey(status) : notFetched(`it answered ${status}`, status);
  }
  const keys = parseJwks(await readKeyDocument(response));
  return keys ? { fetched: true, keys } : notFetched('its answer holds no usable key', undefined);
}

/** Rejects when the time is over, also where a body, or a replaced `fetch`, ignores the signal. */
function end(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function isRefusal(status: number): boolean {
  return status === 401 || status === 403;
}

/**
 * The answer of who could not get the keys.
 *
 * @param what The end of a sentence, without anything secret.
 * @param cause What is known of it.
 */
export function notFetched(what: string, cause: unknown): JwksAnswer {
  const reason = TokenVerificationErrorReason.RemoteJWKFailedToLoad;
  const message = `The keys could not be loaded from Clerk's Backend API: ${what}.`;
  return {
    fetched: false,
    failure: { reason, message, unavailable: { cause: cause ?? what, hint: message } },
  };
}

function refusedKey(status: number): JwksAnswer {
  const reason = TokenVerificationErrorReason.InvalidSecretKey;
  const message =
    "Clerk's Backend API refused the secret key. " +
    'Check the option `secretKey` (environment variable CLERK_SECRET_KEY).';
  return {
    fetched: false,
    failure: { reason, message, unavailable: { cause: status, hint: message } },
  };
}
