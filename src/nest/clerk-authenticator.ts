import { Inject, Injectable } from '@nestjs/common';
import { ClerkClient } from '../clerk-client.js';
import type { FetchToken } from '../engine/auth/index.js';
import { authenticate } from '../engine/authenticate.js';
import { Evidence } from '../engine/evidence/evidence.js';
import { Authentication } from '../engine/authentication.js';
import { RequestFacts } from '../engine/facts/request-facts.js';
import type { Instance } from '../engine/instance.js';
import { withoutHandshake } from '../engine/outcome.js';
import type { AcceptedTokens } from '../engine/token-type.js';
import { assertOrigin } from '../request/assert-options.js';
import type { AuthenticationClient } from '../request/authentication-client.js';
import { fetchTokenBy } from '../request/fetch-token.js';
import type { AnyRequestState } from '../request/request-state.js';
import { toRequestState } from '../request/to-request-state.js';
import { ConnectionLog } from './connection-log.js';
import { type NodeRequest, nodeRequestOf, requestSourceOf } from './http/node-request.js';
import type { ResolvedOptions } from './options/resolved-options.js';
import type { InstanceOf } from './request-instance.js';
import { CLERK_INSTANCE, CLERK_OPTIONS } from './tokens.js';

/** What is known of one request, by the kinds of token that it was authenticated for. */
interface RequestRecord {
  readonly facts: RequestFacts;
  readonly instance: Instance;
  readonly authentications: Map<string, Promise<Authentication>>;
  readonly knowledge: { kinds: AcceptedTokens[]; evidence: Evidence };
  /** The end of the latest run: each waits for the one before, to know what that has found out. */
  latest: Promise<unknown>;
}

/**
 * The engine as an injectable: authenticates requests for the middleware and the guard, and for
 * guards and transports of your own.
 */
@Injectable()
export class ClerkAuthenticator {
  readonly #records = new WeakMap<NodeRequest, RequestRecord>();
  readonly #log = new ConnectionLog();
  readonly #fetchToken: FetchToken;

  constructor(
    @Inject(CLERK_INSTANCE) private readonly instanceOf: InstanceOf,
    @Inject(CLERK_OPTIONS) private readonly options: ResolvedOptions,
    @Inject(ClerkClient) client: AuthenticationClient,
  ) {
    this.#fetchToken = fetchTokenBy(client);
  }

  /**
   * Authenticates a request, once for each choice of kinds: whoever asks again gets the same answer,
   * and what was found out for one choice is not asked again for another.
   *
   * @param request The request, as Node, Express or Fastify hands it out.
   * @param acceptsToken The kinds of token that count. Default: the option `acceptsToken`.
   * @returns What the request is, signed in or not. Being signed out is an answer, not an error. It
   * changes nothing of what `@Auth()` and `req.auth` show: that is what the guard judged.
   * @throws ClerkRequestError when the request is broken, ClerkConfigurationError when it is none.
   */
  async authenticate(
    request: object,
    acceptsToken: AcceptedTokens = this.options.policy.acceptsToken,
  ): Promise<Authentication> {
    const raw = nodeRequestOf(request);
    const record = this.#recordOf(raw);
    const name = JSON.stringify(acceptsToken);
    const known = record.authentications.get(name);
    if (known) return known;
    const authentication = this.#authenticate(record, acceptsToken);
    record.authentications.set(name, authentication);
    return authentication;
  }

  /**
   * The public state of a request, as `authenticateRequest()` returns it for a web `Request`: with
   * the options that it carries along, for whoever builds links from it.
   *
   * @param request The request, as Node, Express or Fastify hands it out.
   * @param acceptsToken The kinds of token that count. Default: the option `acceptsToken`.
   * @throws As {@link authenticate}.
   */
  async requestState(request: object, acceptsToken?: AcceptedTokens): Promise<AnyRequestState> {
    const authentication = await this.authenticate(request, acceptsToken);
    const { deployment, publishableKey } = this.#recordOf(nodeRequestOf(request)).instance;
    return toRequestState(authentication, { publishableKey, ...deployment, ...this.options.pages });
  }

  #recordOf(request: NodeRequest): RequestRecord {
    const known = this.#records.get(request);
    if (known) return known;
    const source = requestSourceOf(request);
    const instance = this.instanceOf(source);
    const facts = new RequestFacts(source, instance, Date.now());
    assertOrigin(instance.deployment, facts);
    const record = {
      facts,
      instance,
      authentications: new Map(),
      knowledge: { kinds: [], evidence: Evidence.none },
      latest: Promise.resolve(),
    };
    this.#records.set(request, record);
    return record;
  }

  async #authenticate(
    record: RequestRecord,
    acceptsToken: AcceptedTokens,
  ): Promise<Authentication> {
    const { facts, instance, knowledge } = record;
    const policy = { ...this.options.policy, acceptsToken };
    const run = record.latest.then(async () => {
      const { evidence } = knowledge;
      const report = this.#log.warn;
      const decision = await authenticate({ facts, instance, policy, evidence, report });
      knowledge.evidence = decision.evidence;
      return decision;
    });
    record.latest = run.catch(() => undefined);
    const found = await run;
    this.#log.note(found.outcome);
    const isSilent = !this.options.enableHandshake;
    const outcome = isSilent ? withoutHandshake(found.outcome) : found.outcome;
    const authentication = new Authentication({
      facts,
      instance,
      policy,
      outcome,
      knowledge,
      fetchToken: this.#fetchToken,
      isSilent,
    });
    knowledge.kinds.push(acceptsToken);
    return authentication;
  }
}
