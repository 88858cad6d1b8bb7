import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Observable } from 'rxjs';
import type { TenantContext } from '../tenants/tenant-context.js';
import type { ClerkAuthenticator } from './clerk-authenticator.js';

/**
 * Runs handlers on behalf of their request's tenant. The middleware does the same for everything that
 * comes after it, but a parser that calls back from a stream's event loses that again.
 */
export class TenantInterceptor implements NestInterceptor {
  constructor(
    private readonly context: TenantContext,
    private readonly authenticator: ClerkAuthenticator,
  ) {}

  async intercept(call: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    // Other transports come with no request that could be somebody's.
    if (call.getType() !== 'http') return next.handle();
    const tenant = await this.authenticator.tenantOf(call.switchToHttp().getRequest<object>());
    return new Observable((subscriber) =>
      this.context.run(tenant, () => next.handle().subscribe(subscriber)),
    );
  }
}
