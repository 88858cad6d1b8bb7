import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import { ClerkApiError, type ClerkClient } from '../client/index.js';
import type { BackendAnswer, SessionBackend } from '../engine/evidence/session-backend.js';
import { RefreshTokenErrorReason } from '../engine/reasons.js';

/** The code by which the Backend API refuses our own credentials, not those of a user. */
const REFUSED_KEY = 'clerk_key_invalid';

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

async function answered(call: () => Promise<readonly string[]>): Promise<BackendAnswer> {
  try {
    return { ok: true, directives: await call() };
  } catch (error) {
    return failureOf(error);
  }
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
  const { status, errors, message } = error;
  const code = errors[0]?.code;
  const hasAnswered = status !== undefined && status < 500 && status !== 429;
  if (!hasAnswered || code === 'unexpected_error') {
    return failure(RefreshTokenErrorReason.FetchError, message, error);
  }
  if (code === REFUSED_KEY) return failure(code, message, error);
  return { ok: false, code: code ?? RefreshTokenErrorReason.UnexpectedBAPIError, message };
}

function failure(code: string, message: string, cause: unknown): BackendAnswer {
  return { ok: false, code, message, unavailable: { cause, hint: message } };
}
