import {
  BACKEND_API_HEADERS,
  BACKEND_API_TIMEOUT_IN_MS,
  backendApiUrl,
} from '../../backend-api.js';
import type { VerificationFailure } from '../claims/verification-failure.js';
import { TokenVerificationErrorReason } from '../reasons.js';
import { type KeySet, parseJwks } from './jwks.js';

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
 * at most. Never rejects: not to get the keys is a state that requests have to be answered in.
 */
export async function fetchJwks(access: JwksAccess): Promise<JwksAnswer> {
  const url = backendApiUrl(access, '/jwks');
  try {
    const response = await access.fetch(url, {
      headers: { ...BACKEND_API_HEADERS, Authorization: `Bearer ${access.secretKey}` },
      // A redirect would carry the secret key to wherever it points.
      redirect: 'error',
      signal: AbortSignal.timeout(BACKEND_API_TIMEOUT_IN_MS),
    });
    if (response.status === 401 || response.status === 403) return refusedKey(response.status);
    if (!response.ok) return failed(`it answered ${response.status}`, response.status);
    const keys = parseJwks(await response.json());
    return keys ? { fetched: true, keys } : failed('its answer holds no usable key', undefined);
  } catch (cause) {
    return failed('it could not be reached', cause);
  }
}

function failed(what: string, cause: unknown): JwksAnswer {
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
