import { Inject, Injectable } from '@nestjs/common';
import type { TenantSource } from '../tenants/tenant-source.js';
import { RequestAuthenticator } from './request-authenticator.js';
import { CLERK_TENANTS } from './tokens.js';

/**
 * The engine as an injectable: authenticates requests for the middleware and the guard, and for
 * guards and transports of your own.
 */
@Injectable()
export class ClerkAuthenticator extends RequestAuthenticator {
  constructor(@Inject(CLERK_TENANTS) tenants: TenantSource) {
    super(tenants);
  }
}
