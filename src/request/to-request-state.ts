import type { Authentication } from '../engine/authentication.js';
import type { Outcome } from '../engine/outcome.js';
import { publicHeaders } from '../engine/state-headers.js';
import type { AuthenticateRequestOptions } from './authenticate-request-options.js';
import type { AnyRequestState, CarriedOptions } from './request-state.js';

/** The options that a state carries along. */
type Carried = Pick<AuthenticateRequestOptions, keyof CarriedOptions>;

/**
 * The public state of a request.
 *
 * @param authentication What the engine made of it.
 * @param options The options that it was authenticated by.
 */
export function toRequestState(authentication: Authentication, options: Carried): AnyRequestState {
  const { outcome } = authentication;
  const isAuthenticated = outcome.status === 'signed-in';
  return {
    // A token of no kind that is taken says nothing of any instance.
    ...carried(outcome.tokenType === null ? {} : options, authentication),
    status: outcome.status,
    reason: isAuthenticated ? null : outcome.reason,
    message: isAuthenticated ? null : outcome.message,
    isSignedIn: isAuthenticated,
    isAuthenticated,
    headers: new Headers(publicHeaders(outcome).map(([name, value]) => [name, value])),
    token: tokenOf(outcome),
    tokenType: outcome.tokenType,
    toAuth: (given) => (outcome.status === 'handshake' ? null : authentication.toAuth(given)),
  };
}

function tokenOf(outcome: Outcome): string | null {
  if (outcome.status !== 'signed-in') return null;
  return outcome.tokenType === 'session_token' ? outcome.token.text : outcome.token;
}

function carried(options: Carried, { facts }: Authentication): CarriedOptions {
  const { proxyUrl = '' } = options;
  return {
    publishableKey: options.publishableKey ?? '',
    proxyUrl: proxyUrl.startsWith('/') ? `${facts.url.origin}${proxyUrl}` : proxyUrl,
    isSatellite: options.isSatellite ?? false,
    domain: options.domain ?? '',
    signInUrl: options.signInUrl ?? '',
    signUpUrl: options.signUpUrl ?? '',
    afterSignInUrl: options.afterSignInUrl ?? '',
    afterSignUpUrl: options.afterSignUpUrl ?? '',
  };
}
