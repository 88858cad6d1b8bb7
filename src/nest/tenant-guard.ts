import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { TenantContext } from '../tenants/tenant-context.js';
import { nodeRequestOf } from './http/node-request.js';

/**
 * Has guards run on behalf of their request's tenant, and lets every call on. It comes before all
 * others, for applications whose parsers call back from a stream's event, which belongs to no request.
 */
export class TenantGuard implements CanActivate {
  constructor(private readonly context: TenantContext) {}

  /** At once: what it enters holds for whoever called it. */
  canActivate(call: ExecutionContext): boolean {
    if (call.getType() === 'http')
      this.context.enter(nodeRequestOf(call.switchToHttp().getRequest()));
    return true;
  }
}
