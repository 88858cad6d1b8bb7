import type { ServerResponse } from 'node:http';
import { finished } from 'node:stream';
import { Logger } from '@nestjs/common';
import { isSentAway } from '../../engine/outcome.js';
import { TenantContext } from '../../tenants/tenant-context.js';
import { logRequest } from '../debug-log.js';
import { isPreflight, type Protection } from '../protection/protection.js';
import type { RequestAuthenticator } from '../request-authenticator.js';
import { toHttpException } from './exceptions.js';
import type { NodeRequest } from './node-request.js';
import { attachState, hasForeignAuth, stateOf } from './request-state.js';
import { tellState } from './response-state.js';

/** What Express and Fastify's middleware engine pass as the third argument. */
export type Next = (error?: unknown) => void;

/** What a middleware does beside authenticating. */
export interface MiddlewareDuties {
  /** Routes that are protected in front of everything. */
  readonly protection?: Protection | undefined;
  /** Tells whose request it is to whatever comes after. */
  readonly context?: TenantContext;
}

/**
 * Authenticates every request before anything else of the application sees it, and refuses none for
 * being signed out unless `protect` says so: that is the guard's business, which does not rely on
 * this having run.
 */
export class ClerkMiddleware {
  readonly #logger = new Logger('ClerkModule');
  #warnedOfForeignAuth = false;

  constructor(
    private readonly authenticator: RequestAuthenticator,
    private readonly duties: MiddlewareDuties = {},
  ) {}

  /** The middleware function. */
  async handle(request: NodeRequest, response: ServerResponse, next: Next): Promise<void> {
    if (hasForeignAuth(request)) this.#warnOfForeignAuth();
    let goOn: () => void;
    try {
      goOn = await this.#process(request, response, next);
    } catch (error) {
      // Nest's exception layer answers it; no handler runs.
      next(toHttpException(error));
      return;
    }
    // Outside of the block above: what later code throws is not ours to answer.
    goOn();
  }

  async #process(request: NodeRequest, response: ServerResponse, next: Next): Promise<() => void> {
    const authentication = await this.authenticator.authenticate(request);
    const tenant = await this.authenticator.tenantOf(request);
    attachState(request, response, authentication);
    tellState(response, authentication);
    // At the end, as the handler may take other kinds of token and so see another state.
    if (tenant.options.debug) finished(response, () => logRequest(stateOf(request)));
    if (isSentAway(authentication.outcome)) return () => response.writeHead(307).end();
    const { protection, context = NO_CONTEXT } = this.duties;
    context.keep(request, tenant);
    return context.run(tenant, async () => {
      if (protection && !isPreflight(request)) {
        await protection.enforce(request, response, authentication);
      }
      return () => context.run(tenant, next);
    });
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

/** For applications with one set of options. */
const NO_CONTEXT = new TenantContext(false);
