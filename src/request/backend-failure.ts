import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import { type ClerkApiFailureCode, TokenVerificationError } from '../client/index.js';
import { type BackendFailure, TOKEN_REFUSED } from '../engine/evidence/backend.js';
import { RefreshTokenErrorReason } from '../engine/reasons.js';

/** The code by which the Backend API refuses our own credentials, not those of a user. */
const REFUSED_KEY = 'clerk_key_invalid';

/** What the clients, or a gateway, say where the API's own answer is missing. */
const NO_ANSWER = new Set<string>([
  'connection_failed',
  'connection_reset',
  'aborted',
  'timeout',
  'truncated_body',
  'invalid_json',
  'unexpected_body',
  'redirected',
  'unexpected_error',
] satisfies (ClerkApiFailureCode | 'unexpected_error')[]);

/** A failed call, as our client and the vendor's report it. */
interface FailedCall {
  readonly message: string;
  readonly errors: readonly unknown[];
  readonly status?: unknown;
}

/** Reads why a call failed. The codes of a refresh that failed are part of the vendor's reasons. */
export function backendFailure(error: unknown): BackendFailure {
  const { MissingApiClient, UnexpectedBAPIError, FetchError } = RefreshTokenErrorReason;
  if (error instanceof ClerkConfigurationError) {
    return failure(MissingApiClient, 0, error.message, error);
  }
  // An answer that says no, where there was nothing wrong with the call.
  if (error instanceof TokenVerificationError) {
    return { ok: false, code: TOKEN_REFUSED, status: 200, message: error.message };
  }
  if (!isFailedCall(error)) {
    const message = 'The Backend API could not be asked: the client failed unexpectedly.';
    return failure(UnexpectedBAPIError, 0, message, error);
  }
  const { message } = error;
  const status = typeof error.status === 'number' ? error.status : 0;
  const code = codeOf(error.errors[0]);
  if (!code || NO_ANSWER.has(code)) {
    const isErrorPage = status >= 400 && (!code || code === 'invalid_json');
    return failure(isErrorPage ? UnexpectedBAPIError : FetchError, status, message, error);
  }
  return isVerdict(status, code)
    ? { ok: false, code, status, message }
    : failure(code, status, message, error);
}

/** By its shape: the client may be the vendor's, whose class we can't know. */
function isFailedCall(error: unknown): error is FailedCall {
  const isObject = typeof error === 'object' && error !== null;
  return isObject && 'message' in error && 'errors' in error && Array.isArray(error.errors);
}

function codeOf(item: unknown): string | undefined {
  const isObject = typeof item === 'object' && item !== null;
  return isObject && 'code' in item && typeof item.code === 'string' ? item.code : undefined;
}

/** Whether the API has judged what it was asked; it may also fail, have had enough, or refuse us. */
function isVerdict(status: number, code: string): boolean {
  return status >= 400 && status < 500 && status !== 429 && code !== REFUSED_KEY;
}

function failure(code: string, status: number, message: string, cause: unknown): BackendFailure {
  return { ok: false, code, status, message, unavailable: { cause, hint: message } };
}
