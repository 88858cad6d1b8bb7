import type { ServerResponse } from 'node:http';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { isSentAway } from '../../engine/outcome.js';
import { ClerkAuthenticator } from '../clerk-authenticator.js';
import { toHttpException } from './exceptions.js';
import type { NodeRequest } from './node-request.js';
import { hasForeignAuth } from './request-state.js';

/** What Express and Fastify's middleware engine pass as the third argument. */
export type Next = (error?: unknown) => void;

/**
 * Authenticates every request before anything else of the application sees it, and never refuses
 * one for being signed out: that is the guard's business, which does not rely on this having run.
 */
@Injectable()
export class ClerkMiddleware {
  readonly #logger = new Logger('ClerkModule');
  #warnedOfForeignAuth = false;

  constructor(@Inject(ClerkAuthenticator) private readonly authenticator: ClerkAuthenticator) {}

  /** The middleware function. */
  async handle(request: NodeRequest, response: ServerResponse, next: Next): Promise<void> {
    if (hasForeignAuth(request)) this.#warnOfForeignAuth();
    let sentAway: boolean;
    try {
      const { outcome, responseHeaders } = await this.authenticator.authenticate(request);
      for (const [name, value] of responseHeaders) response.appendHeader(name, value);
      sentAway = isSentAway(outcome);
    } catch (error) {
      // Nest's exception layer answers it; no handler runs.
      next(toHttpException(error));
      return;
    }
    if (sentAway) response.writeHead(307).end();
    else next();
  }

  #warnOfForeignAuth(): void {
    if (this.#warnedOfForeignAuth) return;
    this.#warnedOfForeignAuth = true;
    this.#logger.warn(
      'Something else has set `req.auth` before ClerkModule, which replaces it. ' +
        'Let the other library store its state under another name.',
    );
  }
}
