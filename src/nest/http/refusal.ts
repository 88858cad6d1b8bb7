import type { HttpException } from '@nestjs/common';
import type { Authentication } from '../../engine/authentication.js';
import type { HeaderList, Outcome } from '../../engine/outcome.js';
import { isTokenTypeAccepted } from '../../engine/token-type.js';
import {
  ClerkRedirectException,
  ClerkUnauthorizedException,
  ClerkUnavailableException,
} from '../errors/clerk-exceptions.js';
import { signInAddress, type SignInTarget } from './sign-in-url.js';

/** How a request that nobody is signed in on is refused. */
export interface Refusal {
  readonly exception: HttpException;
  /** Headers that have to be set, as Nest's filters only write an exception's status and body. */
  readonly headers: HeaderList;
}

/** Said to whoever ends in a redirect loop, for the most common of its causes. */
export const REDIRECT_LOOP =
  'Signing in ended in a redirect loop. Usually the publishable key and the secret key are of ' +
  'different Clerk instances, or the instance has new keys: check both, and clear the cookies of this site.';

/**
 * Maps a request without a signed-in user to its answer: 503 where Clerk could not be asked, a
 * redirect to sign in for a page, else 401.
 */
export function refuse(authentication: Authentication, target: SignInTarget): Refusal {
  const { outcome, facts, acceptsToken } = authentication;
  if (outcome.status !== 'signed-in' && outcome.unavailable) return unavailable(outcome, target);
  const isLoop = outcome.status === 'signed-out' && outcome.redirectLoop === true;
  // Signing in is of no use where only programs' tokens are taken.
  const mayHelp = isTokenTypeAccepted('session_token', acceptsToken) && !isLoop;
  if (facts.isDocumentRequest && mayHelp) {
    return signIn(signInAddress(target, facts.url, authentication.instance.deployment.isSatellite));
  }
  const reason = outcome.status === 'signed-in' ? undefined : outcome.reason;
  return {
    exception: new ClerkUnauthorizedException(reason, isLoop ? REDIRECT_LOOP : undefined),
    headers: [['WWW-Authenticate', challenge(facts.bearer !== undefined)]],
  };
}

function unavailable(
  outcome: Exclude<Outcome, { status: 'signed-in' }>,
  { instanceType }: SignInTarget,
): Refusal {
  // Developers are told what to do; the users of a live application could do nothing about it.
  const hint = instanceType === 'development' ? outcome.unavailable?.hint : undefined;
  return { exception: new ClerkUnavailableException(outcome.reason, hint), headers: [] };
}

function signIn(location: string): Refusal {
  return {
    exception: new ClerkRedirectException(location, 302),
    headers: [
      ['Location', location],
      ['Cache-Control', 'no-store'],
    ],
  };
}

/** RFC 6750, section 3: a request that brought no token is told no error. */
function challenge(broughtToken: boolean): string {
  const realm = 'Bearer realm="clerk"';
  return broughtToken ? `${realm}, error="invalid_token"` : realm;
}
