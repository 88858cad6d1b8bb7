import { Inject, Injectable } from '@nestjs/common';
import { ClerkClient } from '../client/index.js';
import { authenticate } from '../engine/authenticate.js';
import { Authentication } from '../engine/authentication.js';
import { RequestFacts } from '../engine/facts/request-facts.js';
import type { Instance } from '../engine/instance.js';
import type { Policy } from '../engine/policy.js';
import { type NodeRequest, nodeRequestOf, requestSourceOf } from './http/node-request.js';
import { attachState } from './http/request-state.js';
import { ConnectionLog } from './connection-log.js';
import { CLERK_INSTANCE, CLERK_OPTIONS } from './tokens.js';
import type { ResolvedOptions } from './options/resolve-options.js';

/**
 * The engine as an injectable: authenticates requests for the middleware and the guard, and for
 * guards and transports of your own.
 */
@Injectable()
export class ClerkAuthenticator {
  readonly #authentications = new WeakMap<NodeRequest, Promise<Authentication>>();
  readonly #log = new ConnectionLog();
  readonly #policy: Policy;

  constructor(
    @Inject(CLERK_INSTANCE) private readonly instance: Instance,
    @Inject(CLERK_OPTIONS) options: ResolvedOptions,
    @Inject(ClerkClient) private readonly client: ClerkClient,
  ) {
    this.#policy = options.policy;
  }

  /**
   * Authenticates a request, once: whoever asks again for the same request gets the same answer.
   *
   * @param request The request, as Node, Express or Fastify hands it out.
   * @returns What the request is, signed in or not. Being signed out is an answer, not an error.
   * @throws ClerkRequestError when the request is broken, ClerkConfigurationError when it is none.
   */
  async authenticate(request: object): Promise<Authentication> {
    const raw = nodeRequestOf(request);
    const known = this.#authentications.get(raw);
    if (known) return known;
    const authentication = this.#authenticate(raw);
    this.#authentications.set(raw, authentication);
    return authentication;
  }

  async #authenticate(request: NodeRequest): Promise<Authentication> {
    const facts = new RequestFacts(requestSourceOf(request), this.instance, Date.now());
    const outcome = await authenticate(facts, this.instance, this.#policy, this.#log.warn);
    this.#log.note(outcome);
    const authentication = new Authentication(facts, outcome, this.#fetchToken);
    attachState(request, authentication);
    return authentication;
  }

  readonly #fetchToken = async (
    sessionId: string,
    template: string | undefined,
    expiresInSeconds: number | undefined,
  ): Promise<string> => {
    const token = await this.client.sessions.getToken(sessionId, template, expiresInSeconds);
    return token.jwt;
  };
}
