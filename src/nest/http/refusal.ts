import type { HttpException } from '@nestjs/common';
import type { Authentication } from '../../engine/authentication.js';
import {
  ClerkRedirectException,
  ClerkUnauthorizedException,
  ClerkUnavailableException,
} from '../errors/clerk-exceptions.js';
import { signInAddress } from './sign-in-url.js';

/** How a request that nobody is signed in on is refused. */
export interface Refusal {
  readonly exception: HttpException;
  /** A header that has to be set, as Nest's filters only write an exception's status and body. */
  readonly header: readonly [name: string, value: string] | undefined;
}

/** What sending a browser to sign in depends on. */
export interface SignInTarget {
  /** The option `signInUrl`. */
  readonly signInUrl: string | undefined;
  /** The host that the publishable key names. */
  readonly frontendApi: string;
}

/**
 * Maps a request without a signed-in user to its answer: 503 where Clerk could not be asked, a
 * redirect for a page, else 401.
 */
export function refuse(authentication: Authentication, target: SignInTarget): Refusal {
  const { outcome, facts } = authentication;
  if (outcome.status === 'signed-out' && outcome.unavailable) {
    return { exception: new ClerkUnavailableException(outcome.reason), header: undefined };
  }
  if (facts.isDocumentRequest) {
    const location = signInAddress(target.signInUrl, target.frontendApi, facts.url);
    return { exception: new ClerkRedirectException(location), header: ['Location', location] };
  }
  const reason = outcome.status === 'signed-in' ? undefined : outcome.reason;
  return {
    exception: new ClerkUnauthorizedException(reason),
    header: ['WWW-Authenticate', challenge(facts.bearer !== undefined)],
  };
}

/** RFC 6750, section 3: a request that brought no token is told no error. */
function challenge(broughtToken: boolean): string {
  const realm = 'Bearer realm="clerk"';
  return broughtToken ? `${realm}, error="invalid_token"` : realm;
}
