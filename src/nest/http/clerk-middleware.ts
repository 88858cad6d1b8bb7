import type { ServerResponse } from 'node:http';
import { finished } from 'node:stream';
import { Logger } from '@nestjs/common';
import { isSentAway } from '../../engine/outcome.js';
import { goOn, type NowOrLater } from '../../now-or-later.js';
import type { Tenant } from '../../tenants/tenant.js';
import { TenantContext } from '../../tenants/tenant-context.js';
import { logRequest } from '../debug-log.js';
import { isPreflight, type Protection } from '../protection/protection.js';
import type { RequestAuthenticator } from '../request-authenticator.js';
import { toHttpException } from './exceptions.js';
import type { NodeRequest } from './node-request.js';
import type { ProcessedRequest } from './handler-state.js';
import { hasForeignAuth, stateOf } from './request-state.js';
import { showState } from './show-state.js';

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
  readonly #protection: Protection | undefined;
  readonly #context: TenantContext;
  #warnedOfForeignAuth = false;

  constructor(
    private readonly authenticator: RequestAuthenticator,
    { protection, context = new TenantContext(false) }: MiddlewareDuties = {},
  ) {
    this.#protection = protection;
    this.#context = context;
  }

  /**
   * The middleware function.
   *
   * @returns Nothing where the request was let on or answered at once, as most are; else a promise
   * that it will be.
   */
  handle(request: NodeRequest, response: ServerResponse, next: Next): NowOrLater<void> {
    let admitted: NowOrLater<Tenant | undefined>;
    try {
      if (hasForeignAuth(request)) this.#warnOfForeignAuth();
      const processed = this.authenticator.process(request);
      admitted = goOn(processed, (known) => this.#admit(request, response, known));
    } catch (error) {
      // Nest's exception layer answers it; no handler runs.
      return next(toHttpException(error));
    }
    // Outside of the block above: what later code throws is not ours to answer.
    // A body that came along is in the stream after this turn: who waits for it is then called back on
    // behalf of the tenant, and not by the socket, which belongs to nobody.
    if (!(admitted instanceof Promise) && !this.#context.isActive)
      return this.#letOn(admitted, next);
    return Promise.resolve(admitted).then(
      (tenant) => this.#letOn(tenant, next),
      // oxlint-disable-next-line promise/no-callback-in-promise -- so middleware tells of errors
      (error: unknown) => next(toHttpException(error)),
    );
  }

  /** @returns Whose request it is, if it may go on; nothing where it has been answered. */
  #admit(
    request: NodeRequest,
    response: ServerResponse,
    processed: ProcessedRequest,
  ): NowOrLater<Tenant | undefined> {
    const { authentication, tenant } = processed;
    this.#tell(request, response, processed);
    if (isSentAway(authentication.outcome)) {
      response.writeHead(307).end();
      return undefined;
    }
    const protection = this.#protection;
    if (!protection || isPreflight(request)) return tenant;
    const enforced = this.#context.run(tenant, () =>
      protection.enforce(request, response, authentication),
    );
    return enforced.then(() => tenant);
  }

  #letOn(tenant: Tenant | undefined, next: Next): void {
    if (tenant) this.#context.run(tenant, () => next());
  }

  #tell(request: NodeRequest, response: ServerResponse, processed: ProcessedRequest): void {
    const { tenant } = processed;
    showState(request, response, processed);
    // At the end, as the handler may take other kinds of token and so see another state.
    if (tenant.options.debug) finished(response, () => logRequest(stateOf(request)));
    this.#context.keep(request, tenant);
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
