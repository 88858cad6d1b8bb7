import { type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { TenantSource } from '../tenants/tenant-source.js';
import type { NowOrLater } from '../now-or-later.js';
import { createRequestSlot } from './http/request-slot.js';
import { RequestAuthenticator } from './request-authenticator.js';
import { CLERK_TENANTS } from './tokens.js';

/** A verdict of the guard. */
interface CallVerdict {
  /** The call: this object is shared by all runs of the guard for one call, and by nothing else. */
  readonly context: ExecutionContext;
  readonly verdict: NowOrLater<true>;
}

/**
 * The engine as an injectable: authenticates requests for the middleware and the guard, and for
 * guards and transports of your own.
 */
@Injectable()
export class ClerkAuthenticator extends RequestAuthenticator {
  /**
   * The guard's verdict on the latest call of each request. Here, as a route can demand sessions of
   * two instances. Internal.
   */
  readonly verdicts = createRequestSlot<CallVerdict>();

  constructor(@Inject(CLERK_TENANTS) tenants: TenantSource) {
    super(tenants);
  }
}
