import type { AuthObject } from '../../engine/auth/index.js';
import type { Authentication } from '../../engine/authentication.js';
import type { AuthProtect } from './auth-protect.js';
import type { NodeRequest } from './node-request.js';
import { judge } from './protect.js';
import { readDemand } from './protect-demand.js';
import { type RedirectOptions, signInAddress, signUpAddress } from './redirect-address.js';
import { type Refusal, sendTo } from './refusal.js';
import { announce } from './refusal-headers.js';

/** What a handler can do with the auth object of its request: it ends the request by throwing. */
export interface AuthActions {
  /** Lets only those on who are signed in and meet a demand. */
  readonly protect: AuthProtect;
  /**
   * Sends the browser to the sign-in page, with 302 and `redirect_url`.
   *
   * @throws ClerkRedirectException, always.
   */
  readonly redirectToSignIn: (options?: RedirectOptions) => never;
  /**
   * Sends the browser to the sign-up page, with 302 and `redirect_url`.
   *
   * @throws ClerkRedirectException, always.
   */
  readonly redirectToSignUp: (options?: RedirectOptions) => never;
}

/** Whether a field of an auth object is one of the actions. */
export function isAction(name: string): name is keyof AuthActions {
  return name === 'protect' || name === 'redirectToSignIn' || name === 'redirectToSignUp';
}

/** An auth object as handlers get it. The actions are not enumerable: they are no data. */
export type WithActions<Auth extends AuthObject> = Auth & AuthActions;

/**
 * Makes the actions of a request.
 *
 * @param response Gets the headers of a refusal, as Nest writes only status and body of exceptions.
 */
export function createActions(
  authentication: Authentication,
  request: NodeRequest,
  response: unknown,
): AuthActions {
  const end = (refusal: Refusal): never => {
    announce(response, refusal);
    throw refusal.exception;
  };
  const protect = (first?: unknown, second?: unknown) => {
    const target = request.originalUrl ?? request.url ?? '/';
    const verdict = judge(authentication, readDemand(first, second), target);
    return verdict.passes ? verdict.auth : end(verdict.refusal);
  };
  return {
    // The object is of the kinds of token that were asked for; no type can follow it.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    protect: protect as AuthProtect,
    redirectToSignIn: (options) => end(sendTo(signInAddress(authentication, options))),
    redirectToSignUp: (options) => end(sendTo(signUpAddress(authentication, options))),
  };
}
