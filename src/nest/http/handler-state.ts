import type { AuthObject } from '../../engine/auth/index.js';
import type { Authentication, AuthOptions } from '../../engine/authentication.js';
import type { Tenant } from '../../tenants/tenant.js';
import { type AuthActions, createActions, isAction, type WithActions } from './auth-actions.js';
import type { NodeRequest } from './node-request.js';
import { createRequestAuth, type RequestAuth } from './request-auth.js';

/** A request that has been authenticated, and whose it is. */
export interface ProcessedRequest {
  readonly authentication: Authentication;
  readonly tenant: Tenant;
}

/** What a handler can see of its request, made as far as it is looked at. */
export class HandlerState implements ProcessedRequest {
  readonly authentication: Authentication;
  readonly tenant: Tenant;
  readonly #request: NodeRequest;
  readonly #response: unknown;
  #actions: AuthActions | undefined;
  #requestAuth: RequestAuth | undefined;
  /** The auth objects that have been handed out, so that each way of asking gets one. */
  #handedOut: Map<AuthObject, WithActions<AuthObject>> | undefined;

  /** @param response Gets the headers of redirects and refusals. */
  constructor(
    { authentication, tenant }: ProcessedRequest,
    request: NodeRequest,
    response: unknown,
  ) {
    this.authentication = authentication;
    this.tenant = tenant;
    this.#request = request;
    this.#response = response;
  }

  /** The `req.auth`. */
  get requestAuth(): RequestAuth {
    this.#requestAuth ??= createRequestAuth((options) => this.authOf(options), this.#ownActions());
    return this.#requestAuth;
  }

  /** The auth object, one for each way of asking that changes something. */
  authOf(options?: AuthOptions): WithActions<AuthObject> {
    const auth = this.authentication.toAuth(options);
    this.#handedOut ??= new Map();
    const known = this.#handedOut.get(auth) ?? withActions(auth, this.#ownActions());
    this.#handedOut.set(auth, known);
    return known;
  }

  /** One field of the auth object, or one of the things that can be done with it. */
  fieldOf(name: string): unknown {
    return isAction(name)
      ? this.#ownActions()[name]
      : Reflect.get(this.authentication.toAuth(), name);
  }

  #ownActions(): AuthActions {
    this.#actions ??= createActions(this.authentication, this.#request, this.#response);
    return this.#actions;
  }
}

function withActions(auth: AuthObject, actions: AuthActions): WithActions<AuthObject> {
  const members = Object.entries(actions).map(([name, value]) => [name, { value }] as const);
  // The descriptors are those of AuthActions.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.defineProperties(
    { ...auth },
    Object.fromEntries(members),
  ) as WithActions<AuthObject>;
}
