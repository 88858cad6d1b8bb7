import {
  type CanActivate,
  type ExecutionContext,
  Inject,
  Injectable,
  Logger,
} from '@nestjs/common';
import type { Authentication } from '../engine/authentication.js';
import { isSentAway, locationOf } from '../engine/outcome.js';
import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import { ClerkAuthenticator } from './clerk-authenticator.js';
import {
  ClerkForbiddenException,
  ClerkRedirectException,
  ClerkReverificationException,
} from './errors/clerk-exceptions.js';
import { toHttpException } from './http/exceptions.js';
import { refuse } from './http/refusal.js';
import { nodeRequestOf } from './http/node-request.js';
import type { ProcessedRequest } from './http/handler-state.js';
import { attachState } from './http/request-state.js';
import { announce } from './http/refusal-headers.js';
import { tellState } from './http/response-state.js';
import { TenantContext } from '../tenants/tenant-context.js';
import { type AuthenticatedObject, type Requirement } from './policy/requirement.js';
import type { UnmetRequirement } from './policy/check-requirement.js';
import { PolicyEvaluator } from './policy/policy-evaluator.js';
import { type Class, isMethodOf } from './audit/classes.js';
import { type RoutePolicy, routePolicy } from './policy/route-policy.js';

/**
 * The verdict of each call. Requirement decorators bring the guard along, so Nest can run it two
 * or three times for one call; all runs share the call's context object, and nothing else does.
 * By authenticator, as a route can demand sessions of two instances.
 */
const verdicts = new WeakMap<ClerkAuthenticator, WeakMap<ExecutionContext, Promise<true>>>();

/**
 * Lets a call through when somebody is signed in who meets what the handler and its class require,
 * and refuses it otherwise. It authenticates the request itself where that has not happened, so
 * that it does not depend on any middleware having run.
 */
@Injectable()
export class ClerkAuthGuard implements CanActivate {
  readonly #logger = new Logger('ClerkAuthGuard');

  constructor(
    @Inject(ClerkAuthenticator) private readonly authenticator: ClerkAuthenticator,
    @Inject(TenantContext) private readonly tenants: TenantContext,
    @Inject(PolicyEvaluator) private readonly evaluator: PolicyEvaluator,
  ) {}

  /**
   * @throws ClerkUnauthorizedException (401), ClerkRedirectException (302 or 307, for pages),
   * ClerkForbiddenException or ClerkReverificationException (403), ClerkUnavailableException (503),
   * ClerkBadRequestException (400).
   */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const own = verdicts.get(this.authenticator) ?? new WeakMap<ExecutionContext, Promise<true>>();
    verdicts.set(this.authenticator, own);
    const verdict = own.get(context) ?? this.#judge(context);
    own.set(context, verdict);
    return verdict;
  }

  async #judge(context: ExecutionContext): Promise<true> {
    assertHttp(context);
    const policy = policyOf(context);
    const processed = await this.#authenticate(context, policy);
    const { outcome } = processed.authentication;
    // The middleware sends browsers away, but for the kinds of token that it was not asked about.
    if (isSentAway(outcome)) throw new ClerkRedirectException(locationOf(outcome) ?? '/', 307);
    if (policy.access === 'protected') {
      await this.#enforce(context, processed, policy.requirements);
    }
    return true;
  }

  async #authenticate(
    context: ExecutionContext,
    { acceptsToken }: RoutePolicy,
  ): Promise<ProcessedRequest> {
    const http = context.switchToHttp();
    try {
      const request = http.getRequest<object>();
      const processed = await this.authenticator.process(request, acceptsToken);
      // For this handler the request can be something else than the middleware has made of it.
      const response: unknown = http.getResponse();
      attachState(nodeRequestOf(request), response, processed);
      tellState(response, processed.authentication);
      return processed;
    } catch (error) {
      throw toHttpException(error);
    }
  }

  async #enforce(
    context: ExecutionContext,
    { authentication, tenant }: ProcessedRequest,
    requirements: readonly Requirement[],
  ): Promise<void> {
    const auth = authentication.toAuth();
    if (!auth.isAuthenticated) throw this.#refuse(context, authentication);
    // Policies of the application use the client too, and the middleware may not have run.
    const verdict = await this.tenants.run(tenant, () =>
      this.evaluator.check(requirements, auth, authentication, context),
    );
    if (verdict.met) return;
    this.#noteDenial(context, auth, verdict);
    if (verdict.hasEnded) throw this.#refuse(context, authentication);
    throw verdict.reverification === undefined
      ? new ClerkForbiddenException()
      : new ClerkReverificationException(verdict.reverification);
  }

  #refuse(context: ExecutionContext, authentication: Authentication): Error {
    const refusal = refuse(authentication);
    announce(context.switchToHttp().getResponse(), refusal);
    return refusal.exception;
  }

  #noteDenial(
    context: ExecutionContext,
    auth: AuthenticatedObject,
    { unmet }: UnmetRequirement,
  ): void {
    const where = `${context.getClass().name}.${context.getHandler().name}`;
    const who = auth.tokenType === 'session_token' ? auth.userId : auth.subject;
    this.#logger.debug(`${where} refused ${who}, who lacks: ${unmet}`);
  }
}

/** Whether a value given to `@UseGuards()` is this guard or a class that extends it. */
export function isClerkGuard(candidate: unknown): boolean {
  if (candidate instanceof ClerkAuthGuard) return true;
  return (
    typeof candidate === 'function' &&
    (candidate === ClerkAuthGuard || candidate.prototype instanceof ClerkAuthGuard)
  );
}

/**
 * The policy of each handler, worked out once: what is declared does not change while the
 * application runs. By class first, as classes that extend one another share handlers.
 */
const policies = new WeakMap<object, WeakMap<object, RoutePolicy>>();

function policyOf(context: ExecutionContext): RoutePolicy {
  const controller = context.getClass();
  const handler = context.getHandler();
  const own = policies.get(controller) ?? new WeakMap<object, RoutePolicy>();
  policies.set(controller, own);
  const policy = own.get(handler) ?? readPolicy(controller, handler);
  own.set(handler, policy);
  return policy;
}

/** Fails closed where what is declared on a method is out of sight, as another function is called. */
function readPolicy(controller: Class, handler: object): RoutePolicy {
  if (!isMethodOf(controller, handler)) {
    throw new ClerkConfigurationError(
      `A function that is no method of ${controller.name} stands in the place of one of its handlers. ` +
        'Do not assign or bind handlers in the constructor or as a property.',
    );
  }
  return routePolicy({ handler, controller }, isClerkGuard);
}

/** Fails closed where the guard can't tell who calls. */
function assertHttp(context: ExecutionContext): void {
  const type = context.getType<string>();
  if (type === 'http') return;
  throw new ClerkConfigurationError(
    `ClerkAuthGuard protects HTTP handlers and refuses this one, which is of the type "${type}".`,
  );
}
