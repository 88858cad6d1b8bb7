import { Inject, Injectable } from '@nestjs/common';
import type { TenantSource } from '../tenants/tenant-source.js';
import type { NowOrLater } from '../now-or-later.js';
import { createPrivateSlot } from './http/private-slot.js';
import { RequestAuthenticator } from './request-authenticator.js';
import { CLERK_TENANTS } from './tokens.js';

/**
 * The engine as an injectable: authenticates requests for the middleware and the guard, and for
 * guards and transports of your own.
 */
@Injectable()
export class ClerkAuthenticator extends RequestAuthenticator {
  /**
   * The guard's verdict on each call, by its context, which is shared by all runs of the guard for
   * one call and by nothing else. Here, as a route can demand sessions of two instances. Internal.
   */
  readonly verdicts = createPrivateSlot<NowOrLater<true>>();

  constructor(@Inject(CLERK_TENANTS) tenants: TenantSource) {
    super(tenants);
  }
}
