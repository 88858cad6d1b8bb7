import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { ClerkAuthenticator } from '../clerk-authenticator.js';
import { toHttpException } from '../http/exceptions.js';
import { nodeRequestOf } from '../http/node-request.js';
import { showState } from '../http/show-state.js';
import type { Protection } from './protection.js';

/**
 * Enforces the extra `protect` at handlers once more: for preflight requests, which the middleware
 * lets on to whatever answers them, and for requests that for any reason came past it.
 */
export class ProtectionGuard implements CanActivate {
  constructor(
    private readonly protection: Protection,
    private readonly authenticator: ClerkAuthenticator,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    // Messages of other transports don't come by a path.
    if (context.getType() !== 'http') return true;
    const http = context.switchToHttp();
    const request = nodeRequestOf(http.getRequest());
    const response: unknown = http.getResponse();
    try {
      const processed = await this.authenticator.process(request);
      showState(request, response, processed);
      await this.protection.enforce(request, response, processed.authentication);
      return true;
    } catch (error) {
      throw toHttpException(error);
    }
  }
}
