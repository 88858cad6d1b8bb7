import { type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { ClerkClient } from '../../clerk-client.js';
import type { Authentication } from '../../engine/authentication.js';
import { type AuthenticationClient, withoutRetries } from '../../request/authentication-client.js';
import { type Standing, standingOf } from '../session-standing.js';
import { checkAll, type Verdict } from './check-requirement.js';
import type { AuthenticatedObject, Requirement } from './requirement.js';

/** Checks what handlers demand, for the guard. Internal. */
@Injectable()
export class PolicyEvaluator {
  constructor(
    @Inject(ModuleRef) private readonly moduleRef: ModuleRef,
    @Inject(ClerkClient) private readonly client: AuthenticationClient,
  ) {}

  /**
   * Checks requirements that must all hold.
   *
   * @param auth Who calls.
   * @param authentication How that was found out.
   * @throws ClerkUnavailableException when Clerk has to be asked and can't be.
   */
  async check(
    requirements: readonly Requirement[],
    auth: AuthenticatedObject,
    authentication: Authentication,
    context: ExecutionContext,
  ): Promise<Verdict> {
    // Clerk is asked once for a call, however many demands depend on it.
    let standing: Promise<Standing> | undefined;
    return checkAll(requirements, {
      auth,
      context,
      policyOf: (type) => this.moduleRef.get(type, { strict: false }),
      standing: () => (standing ??= standingOf(auth, authentication, withoutRetries(this.client))),
    });
  }
}
