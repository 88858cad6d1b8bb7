import type { ExecutionContext, Type } from '@nestjs/common';
import type { AuthObject, CheckAuthorizationParams } from '../../engine/auth/index.js';

/** An auth object that somebody stands behind. */
export type AuthenticatedObject = Extract<AuthObject, { isAuthenticated: true }>;

/**
 * A policy of your own, written at the handler. Only `true` lets a call through.
 *
 * @param auth Who calls.
 * @param context The call, as guards see it.
 */
export type PolicyFunction = (
  auth: AuthenticatedObject,
  context: ExecutionContext,
) => boolean | Promise<boolean>;

/**
 * A policy of your own as an injectable class, for policies that need services. List it among the
 * providers of a module.
 *
 * @example
 * ```ts
 * @Injectable()
 * class OwnsArticle implements ClerkPolicy {
 *   constructor(private readonly articles: ArticlesService) {}
 *   async authorize(auth: AuthenticatedObject, context: ExecutionContext) {
 *     const { params } = context.switchToHttp().getRequest<Request>();
 *     return (await this.articles.find(params.id)).ownerId === auth.subject;
 *   }
 * }
 * ```
 */
export interface ClerkPolicy {
  /** Whether the call is allowed. Only `true` lets it through. */
  authorize(auth: AuthenticatedObject, context: ExecutionContext): boolean | Promise<boolean>;
}

/** What `@Authorize()` and the combinators take. */
export type PolicyInput =
  CheckAuthorizationParams | PolicyFunction | Type<ClerkPolicy> | Requirement;

/** One thing that a handler demands. */
export type Requirement =
  /** A question to `has()` of the session. */
  | { readonly kind: 'has'; readonly question: CheckAuthorizationParams }
  /** A scope that a program's token must have. Sessions have none. */
  | { readonly kind: 'scope'; readonly scope: string }
  /** An active organization; with a parameter, the one that the route names. */
  | { readonly kind: 'organization'; readonly param: string | undefined }
  /** That nobody acts in the user's name. */
  | { readonly kind: 'no-impersonation' }
  /** That Clerk says at this moment that the session is active. */
  | { readonly kind: 'online-session' }
  | { readonly kind: 'any-of'; readonly requirements: readonly Requirement[] }
  | { readonly kind: 'all-of'; readonly requirements: readonly Requirement[] }
  | { readonly kind: 'not'; readonly requirement: Requirement }
  | { readonly kind: 'function'; readonly check: PolicyFunction }
  | { readonly kind: 'class'; readonly policy: Type<ClerkPolicy> };
