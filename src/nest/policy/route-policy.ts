import { ClerkConfigurationError } from '../../clerk-configuration-error.js';
import type { AcceptedTokens } from '../../engine/token-type.js';
import {
  isOwnPublic,
  ownAcceptedTokens,
  ownGuards,
  ownRequirements,
  type Target,
} from './declarations.js';
import type { Requirement } from './requirement.js';

/** What the guard demands on one handler of one controller. */
export type RoutePolicy = {
  /** The kinds of token that the handler takes; none: those that the application takes. */
  readonly acceptsToken: AcceptedTokens | undefined;
} & (
  | { readonly access: 'public' }
  | {
      readonly access: 'protected';
      readonly requirements: readonly Requirement[];
      /** Whether the handler brings the guard along, rather than relying on a global one. */
      readonly isGuarded: boolean;
    }
);

/** A handler and the class it is called on. */
export interface Route {
  readonly handler: Target;
  readonly controller: Target;
}

/**
 * Works out what holds for a handler, from the handler outwards: its own declarations, those of
 * its class, those of the classes it extends.
 *
 * Requirements add up; of `@AcceptsToken()` the nearest counts. `@Public()` opens what is declared further out, and only if nothing nearer
 * asks for the guard: between `@Public()` and protection the nearest declaration wins.
 *
 * @param route The handler and its class.
 * @param isGuard Tells our guard among the classes given to `@UseGuards()`.
 * @throws ClerkConfigurationError when one place declares both.
 */
export function routePolicy(route: Route, isGuard: (candidate: unknown) => boolean): RoutePolicy {
  const requirements: Requirement[] = [];
  let isProtected = false;
  const levels = levelsOf(route);
  const acceptsToken = nearest(levels.map(ownAcceptedTokens));
  for (const target of levels) {
    const own = ownRequirements(target);
    const isGuarded = own.length > 0 || ownGuards(target).some(isGuard);
    if (isOwnPublic(target)) {
      if (isGuarded) throw contradiction(route, target);
      // What was found further in is nearer; what is further out has been opened.
      return isProtected
        ? { access: 'protected', requirements, acceptsToken, isGuarded: true }
        : { access: 'public', acceptsToken };
    }
    requirements.push(...own);
    isProtected ||= isGuarded;
  }
  return { access: 'protected', requirements, acceptsToken, isGuarded: isProtected };
}

function nearest(
  declarations: readonly (AcceptedTokens | undefined)[],
): AcceptedTokens | undefined {
  return declarations.find((declaration) => declaration !== undefined);
}

/** The handler, its class and the classes that one extends, nearest first. */
function levelsOf({ handler, controller }: Route): Target[] {
  const levels = [handler];
  let level: unknown = controller;
  while (typeof level === 'function' && level !== Function.prototype) {
    levels.push(level);
    level = Object.getPrototypeOf(level);
  }
  return levels;
}

function contradiction({ handler, controller }: Route, target: Target): ClerkConfigurationError {
  const where = target === handler ? `${nameOf(controller)}.${nameOf(handler)}` : nameOf(target);
  return new ClerkConfigurationError(
    `${where} is declared @Public() and protected in the same place. Remove one of the two: ` +
      'a public handler demands nothing, and what demands something is not public.',
  );
}

function nameOf(target: Target): string {
  return 'name' in target && typeof target.name === 'string' ? target.name : 'anonymous';
}
