import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import { ClerkApiError, type ClerkApiFailureCode, type ClerkClient } from '../client/index.js';
import type { BackendAnswer, SessionBackend } from '../engine/evidence/session-backend.js';
import { RefreshTokenErrorReason } from '../engine/reasons.js';

/** The code by which the Backend API refuses our own credentials, not those of a user. */
const REFUSED_KEY = 'clerk_key_invalid';

/** What the client, or a gateway, says where the API's own answer is missing. */
const NO_ANSWER = new Set<string>([
  'connection_failed',
  'timeout',
  'truncated_body',
  'invalid_json',
  'unexpected_body',
  'redirected',
  'unexpected_error',
] satisfies (ClerkApiFailureCode | 'unexpected_error')[]);

/** What authentication asks the Backend API for, asked by the client. */
export function createSessionBackend(client: ClerkClient): SessionBackend {
  return {
    redeemNonce: (nonce) =>
      answered(async () => {
        const payload = await client.clients.getHandshakePayload({ nonce });
        return payload.directives;
      }),
    refreshSession: ({ sessionId, expiredToken, refreshToken, origin, headers, suffixedCookies }) =>
      answered(async () => {
        const { cookies } = await client.sessions.refreshSession(sessionId, {
          format: 'cookie',
          suffixed_cookies: suffixedCookies,
          expired_token: expiredToken,
          refresh_token: refreshToken,
          request_origin: origin,
          request_headers: headers,
        });
        return cookies;
      }),
  };
}

async function answered(call: () => Promise<unknown>): Promise<BackendAnswer> {
  try {
    return { ok: true, directives: textsOf(await call()) };
  } catch (error) {
    return failureOf(error);
  }
}

/** The client takes the API at its word; an answer without the list must not become a 500. */
function textsOf(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}

/** The codes of a refresh that failed are part of the vendor's reasons, and so are these. */
function failureOf(error: unknown): BackendAnswer {
  if (error instanceof ClerkConfigurationError) {
    return failure(RefreshTokenErrorReason.MissingApiClient, error.message, error);
  }
  if (!(error instanceof ClerkApiError)) {
    const message = 'The Backend API could not be asked: the client failed unexpectedly.';
    return failure(RefreshTokenErrorReason.UnexpectedBAPIError, message, error);
  }
  const { status = 0, errors, message } = error;
  const code = errors[0]?.code;
  if (!code || NO_ANSWER.has(code)) {
    const isErrorPage = status >= 400 && (!code || code === 'invalid_json');
    const { UnexpectedBAPIError, FetchError } = RefreshTokenErrorReason;
    return failure(isErrorPage ? UnexpectedBAPIError : FetchError, message, error);
  }
  return isVerdict(status, code) ? { ok: false, code, message } : failure(code, message, error);
}

/** Whether the API has judged what it was asked; it may also fail, have had enough, or refuse us. */
function isVerdict(status: number, code: string): boolean {
  return status >= 400 && status < 500 && status !== 429 && code !== REFUSED_KEY;
}

function failure(code: string, message: string, cause: unknown): BackendAnswer {
  return { ok: false, code, message, unavailable: { cause, hint: message } };
}
