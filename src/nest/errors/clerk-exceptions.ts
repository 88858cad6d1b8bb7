import { STATUS_CODES } from 'node:http';
import {
  BadRequestException,
  ForbiddenException,
  HttpException,
  HttpStatus,
  ServiceUnavailableException,
  UnauthorizedException,
} from '@nestjs/common';
import { reverificationError, type ReverificationConfig } from '../../engine/auth/index.js';
import type { AuthReason } from '../../engine/reasons.js';

/**
 * Nobody is signed in: 401 with `WWW-Authenticate` and the body
 * `{ statusCode, error, message, reason }`, where `reason` is why, in the vendor's words
 * (`session-token-and-uat-missing`, `token-invalid-signature`, …).
 */
export class ClerkUnauthorizedException extends UnauthorizedException {
  /**
   * @param reason Why nobody is signed in; absent for a session with pending tasks.
   * @param message A sentence for the client.
   */
  constructor(
    readonly reason?: AuthReason,
    message = 'Authentication is required.',
  ) {
    super({ statusCode: 401, error: 'Unauthorized', message, reason });
  }
}

/** The user may not do this: 403 with the body `{ statusCode, error, message }`. */
export class ClerkForbiddenException extends ForbiddenException {
  constructor() {
    // What was missing is in the log: an answer that names it tells an attacker what to go for.
    super({ statusCode: 403, error: 'Forbidden', message: 'You are not allowed to do this.' });
  }
}

/**
 * The user may do this after verifying who they are once more: 403 with the body that Clerk's
 * frontends react to, `{ clerk_error: { type: 'forbidden', reason: 'reverification-error',
 * metadata: { reverification } } }`.
 */
export class ClerkReverificationException extends ForbiddenException {
  /** @param reverification What the handler asks for. */
  constructor(readonly reverification: ReverificationConfig) {
    super(reverificationError(reverification));
  }
}

/**
 * Whether anybody is signed in can't be told, as Clerk can't be asked: 503 with the body
 * `{ statusCode, error, message, reason }`.
 */
export class ClerkUnavailableException extends ServiceUnavailableException {
  /**
   * @param reason The reason that the request's state has, in the vendor's words.
   * @param hint What to do about it, for developers.
   */
  constructor(
    readonly reason: AuthReason,
    hint?: string,
  ) {
    const sentences = ['Authentication is not available right now.', hint];
    const message = sentences.filter(Boolean).join(' ');
    super({ statusCode: 503, error: 'Service Unavailable', message, reason });
  }
}

/** The request is broken: 400 with the body `{ statusCode, error, message }`. */
export class ClerkBadRequestException extends BadRequestException {
  /** @param message What is wrong with the request; it is shown to the client. */
  constructor(message: string, options?: { cause?: unknown }) {
    super({ statusCode: 400, error: 'Bad Request', message }, options);
  }
}

/**
 * The browser has to go elsewhere first: 302 to sign in, 307 for a handshake, with `Location` and
 * the body `{ statusCode, message }`. Thrown and not written, so that nothing after it runs.
 */
export class ClerkRedirectException extends HttpException {
  /**
   * @param location Where the browser goes. Not in the body: a handshake's carries the session.
   * @param status The kind of redirect.
   * @param message A sentence for the client.
   */
  constructor(
    readonly location: string,
    status: 302 | 307,
    message = 'Sign in to continue.',
  ) {
    super({ statusCode: status, message }, status);
  }
}

/**
 * Nobody tells whose request this is, as no tenant is known by its address: 421, or the status that
 * `tenants.unknown` names, with the body `{ statusCode, error, message }`.
 */
export class ClerkUnknownTenantException extends HttpException {
  /** @param status The status to answer with. */
  constructor(status: number = HttpStatus.MISDIRECTED) {
    const message = 'This application does not serve this address.';
    super({ statusCode: status, error: STATUS_CODES[status] ?? 'Error', message }, status);
  }
}
