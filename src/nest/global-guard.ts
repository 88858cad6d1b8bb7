import {
  type CanActivate,
  type ExecutionContext,
  Inject,
  Injectable,
  UseGuards,
} from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import { ClerkAuthGuard } from './clerk-auth.guard.js';

/**
 * What `globalGuard` registers: it hands every call to the `ClerkAuthGuard` of this module.
 *
 * It takes the guard that Nest made for the decorator below, and not one by injection, because only
 * guards that came by `@UseGuards()` are replaced by `overrideGuard(ClerkAuthGuard)` in tests.
 */
@Injectable()
@UseGuards(ClerkAuthGuard)
export class GlobalClerkGuard implements CanActivate {
  constructor(@Inject(ModulesContainer) private readonly modules: ModulesContainer) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    // Whatever stands in for the guard may answer in any of Nest's ways, but for an observable.
    return (await this.#guard().canActivate(context)) === true;
  }

  #guard(): CanActivate {
    for (const module of this.modules.values()) {
      if (!module.providers.has(GlobalClerkGuard)) continue;
      const guard: unknown = module.injectables.get(ClerkAuthGuard)?.instance;
      if (isGuard(guard)) return guard;
    }
    // Fail closed; Nest always makes one.
    throw new ClerkConfigurationError(
      'ClerkAuthGuard is not ready yet: a request came in before the application was up.',
    );
  }
}

function isGuard(candidate: unknown): candidate is CanActivate {
  return typeof candidate === 'object' && candidate !== null && 'canActivate' in candidate;
}
