import { Inject, Injectable, Optional } from '@nestjs/common';
import { ApplicationConfig } from '@nestjs/core';
import { TenantContext } from '../tenants/tenant-context.js';
import { ClerkAuthenticator } from './clerk-authenticator.js';
import type { Protection } from './protection/protection.js';
import { ProtectionGuard } from './protection/protection-guard.js';
import { TenantGuard } from './tenant-guard.js';
import { TenantInterceptor } from './tenant-interceptor.js';
import { CLERK_PROTECTION } from './tokens.js';

/**
 * Puts in front of every handler what has to be there once more after the middleware, each only where
 * it is needed. When it is made: Nest reads them before any hook of the application runs.
 */
@Injectable()
export class HandlerStages {
  constructor(
    @Inject(ApplicationConfig) config: ApplicationConfig,
    @Inject(ClerkAuthenticator) authenticator: ClerkAuthenticator,
    @Inject(TenantContext) context: TenantContext,
    @Optional() @Inject(CLERK_PROTECTION) protection?: Protection,
  ) {
    if (context.isActive) {
      config.addGlobalGuard(new TenantGuard(context));
      config.addGlobalInterceptor(new TenantInterceptor(context, authenticator));
    }
    if (protection) config.addGlobalGuard(new ProtectionGuard(protection, authenticator));
  }
}
