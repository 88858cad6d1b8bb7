import type { ServerResponse } from 'node:http';
import { finished } from 'node:stream';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { isSentAway } from '../../engine/outcome.js';
import { ClerkAuthenticator } from '../clerk-authenticator.js';
import { logRequest } from '../debug-log.js';
import type { ResolvedOptions } from '../options/resolved-options.js';
import { CLERK_OPTIONS } from '../tokens.js';
import { toHttpException } from './exceptions.js';
import type { NodeRequest } from './node-request.js';
import { attachState, hasForeignAuth, stateOf } from './request-state.js';
import { tellState } from './response-state.js';

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

  constructor(
    @Inject(ClerkAuthenticator) private readonly authenticator: ClerkAuthenticator,
    @Inject(CLERK_OPTIONS) private readonly options: ResolvedOptions,
  ) {}

  /** The middleware function. */
  async handle(request: NodeRequest, response: ServerResponse, next: Next): Promise<void> {
    if (hasForeignAuth(request)) this.#warnOfForeignAuth();
    let sentAway: boolean;
    try {
      const authentication = await this.authenticator.authenticate(request);
      attachState(request, authentication);
      tellState(response, authentication);
      // At the end, as the handler may take other kinds of token and so see another state.
      if (this.options.debug) finished(response, () => logRequest(stateOf(request)));
      sentAway = isSentAway(authentication.outcome);
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
