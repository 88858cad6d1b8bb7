import { Inject, Injectable } from '@nestjs/common';
import { ApplicationConfig } from '@nestjs/core';
import { isClerkGuard } from '../clerk-auth.guard.js';
import { GlobalClerkGuard } from '../global-guard.js';
import type { Settings } from '../../tenants/settings.js';
import { describeRequirement } from '../policy/describe-requirement.js';
import { routePolicy } from '../policy/route-policy.js';
import { type AcceptedTokens, TokenType } from '../../engine/token-type.js';
import { CLERK_OPTIONS } from '../tokens.js';
import type { AuditEntry } from './audit-entry.js';
import type { Transport } from './other-routes.js';
import { type CatalogEntry, HandlerCatalog } from './handler-catalog.js';

/** Says of every handler who gets in. Internal: see `ClerkModule.audit()`. */
@Injectable()
export class AccessAudit {
  constructor(
    @Inject(HandlerCatalog) private readonly catalog: HandlerCatalog,
    @Inject(ApplicationConfig) private readonly config: ApplicationConfig,
    @Inject(CLERK_OPTIONS) private readonly settings: Settings,
  ) {}

  /** The handlers of the application, with their effective policy. */
  list(): AuditEntry[] {
    const covered = this.#coveredTransports();
    return this.catalog.list().map((entry) => this.#audited(entry, covered));
  }

  #audited(
    { controller, handler, transport, route, where, runsGuards }: CatalogEntry,
    covered: ReadonlySet<Transport>,
  ): AuditEntry {
    const policy = routePolicy({ handler, controller }, isClerkGuard);
    const isGuarded = policy.access === 'protected' && (policy.isGuarded || covered.has(transport));
    const isProtected = isGuarded && runsGuards;
    const access = policy.access === 'public' ? 'public' : isProtected ? 'protected' : 'open';
    const acceptsToken = policy.acceptsToken ?? this.#acceptsToken();
    const requirements = policy.access === 'protected' ? policy.requirements : [];
    const demands = requirements.map(describeRequirement);
    return { transport, route, handler: where, access, acceptsToken, demands };
  }

  /** What routes take that say nothing; where options are a tenant's, what they usually say. */
  #acceptsToken(): AcceptedTokens {
    return this.settings.kind === 'fixed'
      ? this.settings.options.policy.acceptsToken
      : TokenType.SessionToken;
  }

  /**
   * Where a global guard of ours runs. Not for a microservice, unless that inherits the
   * application's configuration, which can't be told; nor, one of request scope, for gateways.
   */
  #coveredTransports(): ReadonlySet<Transport> {
    const isOurs = (guard: unknown) => guard instanceof GlobalClerkGuard || isClerkGuard(guard);
    if (this.config.getGlobalGuards().some(isOurs)) return new Set(['http', 'graphql', 'ws']);
    const scoped = this.config.getGlobalRequestGuards().map(({ metatype }): unknown => metatype);
    return new Set(scoped.some(isOurs) ? ['http', 'graphql'] : []);
  }
}
