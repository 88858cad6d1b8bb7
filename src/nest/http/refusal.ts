import type { HttpException } from '@nestjs/common';
import type { Authentication } from '../../engine/authentication.js';
import type { HeaderList, Outcome } from '../../engine/outcome.js';
import { isTokenTypeAccepted } from '../../engine/token-type.js';
import {
  ClerkRedirectException,
  ClerkUnauthorizedException,
  ClerkUnavailableException,
} from '../errors/clerk-exceptions.js';
import { headerAddress, signInAddress } from './redirect-address.js';

/** How a request is refused. */
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
export function refuse(authentication: Authentication): Refusal {
  const { outcome, facts, acceptsToken } = authentication;
  const known = unavailable(authentication);
  if (known) return known;
  const isLoop = outcome.status === 'signed-out' && outcome.redirectLoop === true;
  // Signing in is of no use where only programs' tokens are taken.
  const mayHelp = isTokenTypeAccepted('session_token', acceptsToken) && !isLoop;
  if (facts.isDocumentRequest && mayHelp) return sendTo(signInAddress(authentication));
  return unauthorized(authentication, outcome, isLoop ? REDIRECT_LOOP : undefined);
}

/**
 * 503 where nobody is signed in because Clerk could not be asked; nothing where it is known.
 *
 * @param outcome For the kinds of token that count. Default: those of the route.
 */
export function unavailable(
  authentication: Authentication,
  outcome = authentication.outcome,
): Refusal | undefined {
  if (outcome.status === 'signed-in' || !outcome.unavailable) return undefined;
  // Developers are told what to do; the users of a live application could do nothing about it.
  const isDevelopment = authentication.instance.instanceType === 'development';
  const hint = isDevelopment ? outcome.unavailable.hint : undefined;
  return { exception: new ClerkUnavailableException(outcome.reason, hint), headers: [] };
}

/**
 * 401 with a challenge.
 *
 * @param outcome For the kinds of token that count.
 * @param message A sentence for the client.
 */
export function unauthorized(
  { facts }: Authentication,
  outcome: Outcome,
  message?: string,
): Refusal {
  const reason = outcome.status === 'signed-in' ? undefined : outcome.reason;
  return {
    exception: new ClerkUnauthorizedException(reason, message),
    headers: [['WWW-Authenticate', challenge(facts.bearer !== undefined)]],
  };
}

/** 302 to an address, which the response has to name, as Nest only writes status and body. */
export function sendTo(address: string, message?: string): Refusal {
  const location = headerAddress(address);
  return {
    exception: new ClerkRedirectException(location, 302, message),
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
