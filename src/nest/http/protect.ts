import { type HttpException, NotFoundException } from '@nestjs/common';
import type { AuthObject } from '../../engine/auth/index.js';
import type { Authentication } from '../../engine/authentication.js';
import { TokenType } from '../../engine/token-type.js';
import type { AuthenticatedObject } from '../policy/requirement.js';
import type { ProtectDemand } from './protect-demand.js';
import { type Refusal, sendTo, unauthorized, unavailable } from './refusal.js';
import { signInAddress } from './redirect-address.js';

/** Who is let on, or how the request is refused. */
export type Protected =
  | { readonly passes: true; readonly auth: AuthenticatedObject }
  | { readonly passes: false; readonly refusal: Refusal };

/**
 * Decides over `auth.protect()`, in the order of the vendor's helper for Next.js: the kind of token,
 * who it is, what is demanded.
 *
 * @param target What the client asked for, for the 404.
 * @throws ClerkConfigurationError for a kind of token that nobody has verified.
 */
export function judge(
  authentication: Authentication,
  demand: ProtectDemand,
  target: string,
): Protected {
  const { token } = demand;
  const auth = authentication.toAuth({ acceptsToken: token });
  if (!auth.isAuthenticated) {
    return refused(unauthenticated(auth, authentication, demand, target));
  }
  if (!demand.allows || demand.allows(auth.has)) return { passes: true, auth };
  if (auth.tokenType !== TokenType.SessionToken) {
    return refused(unauthorized(authentication, authentication.outcomeFor(token)));
  }
  const { unauthorizedUrl } = demand;
  return refused(
    unauthorizedUrl ? sendTo(unauthorizedUrl, NOT_ALLOWED) : notFound(target, authentication),
  );
}

const NOT_ALLOWED = 'You are not allowed to do this.';

function unauthenticated(
  auth: AuthObject,
  authentication: Authentication,
  { token, unauthenticatedUrl }: ProtectDemand,
  target: string,
): Refusal {
  const outcome = authentication.outcomeFor(token);
  const outage = unavailable(authentication, outcome);
  if (outage) return outage;
  if (auth.tokenType !== TokenType.SessionToken) return unauthorized(authentication, outcome);
  if (unauthenticatedUrl) return sendTo(unauthenticatedUrl);
  if (authentication.facts.isDocumentRequest) return sendTo(signInAddress(authentication));
  return notFound(target, authentication);
}

function refused(refusal: Refusal): Protected {
  return { passes: false, refusal };
}

/** To the letter what Nest says of a route that there is not, so that nobody learns of this one. */
function notFound(target: string, { facts }: Authentication): Refusal {
  const exception: HttpException = new NotFoundException(`Cannot ${facts.method} ${target}`);
  return { exception, headers: [] };
}
