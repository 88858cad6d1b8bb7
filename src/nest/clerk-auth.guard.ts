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
import { goOn, type NowOrLater } from '../now-or-later.js';
import { ClerkAuthenticator } from './clerk-authenticator.js';
import {
  ClerkForbiddenException,
  ClerkRedirectException,
  ClerkReverificationException,
} from './errors/clerk-exceptions.js';
import { toHttpException } from './http/exceptions.js';
import { refuse } from './http/refusal.js';
import { type NodeRequest, nodeRequestOf } from './http/node-request.js';
import type { ProcessedRequest } from './http/handler-state.js';
import { showState } from './http/show-state.js';
import { announce } from './http/refusal-headers.js';
import { TenantContext } from '../tenants/tenant-context.js';
import { type AuthenticatedObject, type Requirement } from './policy/requirement.js';
import type { UnmetRequirement } from './policy/check-requirement.js';
import { PolicyEvaluator } from './policy/policy-evaluator.js';
import { type Class, isMethodOf } from './audit/classes.js';
import { type RoutePolicy, routePolicy } from './policy/route-policy.js';

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
  canActivate(context: ExecutionContext): NowOrLater<boolean> {
    try {
      assertHttp(context);
      const request = nodeRequestOf(context.switchToHttp().getRequest());
      // Requirement decorators bring the guard along, so Nest can run it two or three times for a call.
      const { verdicts } = this.authenticator;
      const known = verdicts.get(request);
      if (known?.context === context) return known.verdict;
      const verdict = this.#verdictOn(context, request);
      verdicts.set(request, { context, verdict });
      return verdict;
    } catch (error) {
      return Promise.reject(toHttpException(error));
    }
  }

  /** At once where nobody has to be asked; a refusal is a rejection, so that guards can be composed. */
  #verdictOn(context: ExecutionContext, request: NodeRequest): NowOrLater<true> {
    try {
      const policy = policyOf(context);
      const processed = this.authenticator.process(request, policy.acceptsToken);
      const verdict = goOn(processed, (known) => this.#judge(context, request, known, policy));
      return verdict instanceof Promise ? verdict.catch(rethrow) : verdict;
    } catch (error) {
      return Promise.reject(toHttpException(error));
    }
  }

  #judge(
    context: ExecutionContext,
    request: NodeRequest,
    processed: ProcessedRequest,
    policy: RoutePolicy,
  ): NowOrLater<true> {
    // For this handler the request can be something else than the middleware has made of it.
    showState(request, context.switchToHttp().getResponse(), processed);
    const { outcome } = processed.authentication;
    // The middleware sends browsers away, but for the kinds of token that it was not asked about.
    if (isSentAway(outcome)) throw new ClerkRedirectException(locationOf(outcome) ?? '/', 307);
    if (policy.access === 'public') return true;
    const auth = processed.authentication.toAuth();
    if (!auth.isAuthenticated) throw this.#refuse(context, processed.authentication);
    const { requirements } = policy;
    return requirements.length === 0 || this.#enforce(requirements, auth, context, processed);
  }

  async #enforce(
    requirements: readonly Requirement[],
    auth: AuthenticatedObject,
    context: ExecutionContext,
    { authentication, tenant }: ProcessedRequest,
  ): Promise<true> {
    // Policies of the application use the client too, and the middleware may not have run.
    const verdict = await this.tenants.run(tenant, () =>
      this.evaluator.check(requirements, auth, authentication, context),
    );
    if (verdict.met) return true;
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

function rethrow(error: unknown): never {
  throw toHttpException(error);
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
  const known = policies.get(controller)?.get(handler);
  if (known) return known;
  const policy = readPolicy(controller, handler);
  const own = policies.get(controller) ?? new WeakMap<object, RoutePolicy>();
  policies.set(controller, own.set(handler, policy));
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
