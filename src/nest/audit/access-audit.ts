import { Inject, Injectable } from '@nestjs/common';
import { ApplicationConfig } from '@nestjs/core';
import { isClerkGuard } from '../clerk-auth.guard.js';
import { GlobalClerkGuard } from '../global-guard.js';
import type { ResolvedOptions } from '../options/resolved-options.js';
import { describeRequirement } from '../policy/describe-requirement.js';
import { routePolicy } from '../policy/route-policy.js';
import { CLERK_OPTIONS } from '../tokens.js';
import type { AuditEntry } from './audit-entry.js';
import { type CatalogEntry, HandlerCatalog } from './handler-catalog.js';

/** Says of every handler who gets in. Internal: see `ClerkModule.audit()`. */
@Injectable()
export class AccessAudit {
  constructor(
    @Inject(HandlerCatalog) private readonly catalog: HandlerCatalog,
    @Inject(ApplicationConfig) private readonly config: ApplicationConfig,
    @Inject(CLERK_OPTIONS) private readonly options: ResolvedOptions,
  ) {}

  /** The handlers of the application, with their effective policy. */
  list(): AuditEntry[] {
    const isGuardGlobal = this.#isGuardGlobal();
    return this.catalog.list().map((entry) => this.#audited(entry, isGuardGlobal));
  }

  #audited(
    { controller, handler, transport, route, where, runsGuards }: CatalogEntry,
    isGuardGlobal: boolean,
  ): AuditEntry {
    const policy = routePolicy({ handler, controller }, isClerkGuard);
    // A global guard does not run for a microservice unless it inherits the application's
    // configuration, nor for GraphQL's fields; who relies on it there has an open handler.
    const isCovered = isGuardGlobal && (transport === 'http' || transport === 'ws');
    const isGuarded = policy.access === 'protected' && (policy.isGuarded || isCovered);
    const isProtected = isGuarded && runsGuards;
    const access = policy.access === 'public' ? 'public' : isProtected ? 'protected' : 'open';
    const acceptsToken = policy.acceptsToken ?? this.options.policy.acceptsToken;
    const requirements = policy.access === 'protected' ? policy.requirements : [];
    const demands = requirements.map(describeRequirement);
    return { transport, route, handler: where, access, acceptsToken, demands };
  }

  #isGuardGlobal(): boolean {
    const guards: unknown[] = [
      ...this.config.getGlobalGuards(),
      ...this.config.getGlobalRequestGuards().map(({ metatype }) => metatype),
    ];
    return guards.some((guard) => guard instanceof GlobalClerkGuard || isClerkGuard(guard));
  }
}
