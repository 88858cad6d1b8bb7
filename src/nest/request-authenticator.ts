import { authenticate } from '../engine/authenticate.js';
import { Authentication } from '../engine/authentication.js';
import { Evidence } from '../engine/evidence/evidence.js';
import { assertReadableTarget } from '../engine/facts/public-url.js';
import { RequestFacts } from '../engine/facts/request-facts.js';
import type { RequestSource } from '../engine/facts/request-source.js';
import type { Instance } from '../engine/instance.js';
import { withoutHandshake } from '../engine/outcome.js';
import type { AcceptedTokens } from '../engine/token-type.js';
import { assertOrigin } from '../request/assert-options.js';
import type { AnyRequestState } from '../request/request-state.js';
import { toRequestState } from '../request/to-request-state.js';
import type { Tenant } from '../tenants/tenant.js';
import type { TenantSource } from '../tenants/tenant-source.js';
import { ConnectionLog } from './connection-log.js';
import type { ProcessedRequest } from './http/handler-state.js';
import { type NodeRequest, nodeRequestOf, requestSourceOf } from './http/node-request.js';

/** What is known of one request, by the kinds of token that it was authenticated for. */
interface RequestRecord {
  readonly tenant: Tenant;
  readonly facts: RequestFacts;
  readonly instance: Instance;
  readonly processed: Map<string, Promise<ProcessedRequest>>;
  readonly knowledge: { kinds: AcceptedTokens[]; evidence: Evidence };
  /** The end of the latest run: each waits for the one before, to know what that has found out. */
  latest: Promise<unknown>;
}

/** Authenticates the requests of Node's server, each once for each choice of kinds of token. */
export class RequestAuthenticator {
  readonly #records = new WeakMap<NodeRequest, RequestRecord | Promise<RequestRecord>>();
  readonly #log = new ConnectionLog();
  readonly #tenants: TenantSource;

  /** @param tenants Says what a request is authenticated by. */
  constructor(tenants: TenantSource) {
    this.#tenants = tenants;
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
  async authenticate(request: object, acceptsToken?: AcceptedTokens): Promise<Authentication> {
    const { authentication } = await this.process(request, acceptsToken);
    return authentication;
  }

  /**
   * The same, together with whose request it is. Internal.
   *
   * @throws As {@link authenticate}, some of it at once.
   */
  process(request: object, acceptsToken?: AcceptedTokens): Promise<ProcessedRequest> {
    const record = this.#recordOf(nodeRequestOf(request));
    return record instanceof Promise
      ? record.then((known) => this.#process(known, acceptsToken))
      : this.#process(record, acceptsToken);
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
    const { deployment, publishableKey } = authentication.instance;
    return toRequestState(authentication, {
      publishableKey,
      ...deployment,
      ...authentication.pages,
    });
  }

  /**
   * The tenant that a request is for; where there is one set of options, always the same. Asked once
   * for each request.
   *
   * @throws As {@link authenticate}, and what the application throws for a request that is nobody's.
   */
  async tenantOf(request: object): Promise<Tenant> {
    const { tenant } = await this.#recordOf(nodeRequestOf(request));
    return tenant;
  }

  #recordOf(request: NodeRequest): RequestRecord | Promise<RequestRecord> {
    const known = this.#records.get(request);
    if (known) return known;
    const source = requestSourceOf(request);
    // Before the application is asked whose request it is, and fails to read the target itself.
    assertReadableTarget(source.target);
    const tenant = this.#tenants.tenantOf(request);
    const record =
      tenant instanceof Promise
        ? tenant.then((found) => this.#createRecord(source, found))
        : this.#createRecord(source, tenant);
    this.#records.set(request, record);
    return record;
  }

  #createRecord(source: RequestSource, tenant: Tenant): RequestRecord {
    const instance = tenant.instanceOf(source);
    const facts = new RequestFacts(source, instance, Date.now());
    assertOrigin(instance.deployment, facts);
    return {
      tenant,
      facts,
      instance,
      processed: new Map(),
      knowledge: { kinds: [], evidence: Evidence.none },
      latest: Promise.resolve(),
    };
  }

  #process(
    record: RequestRecord,
    acceptsToken = record.tenant.options.policy.acceptsToken,
  ): Promise<ProcessedRequest> {
    const name = typeof acceptsToken === 'string' ? acceptsToken : acceptsToken.join();
    const known = record.processed.get(name);
    if (known) return known;
    const processed = this.#authenticate(record, acceptsToken);
    record.processed.set(name, processed);
    return processed;
  }

  async #authenticate(
    record: RequestRecord,
    acceptsToken: AcceptedTokens,
  ): Promise<ProcessedRequest> {
    const { tenant, facts, instance, knowledge } = record;
    const { options, fetchToken } = tenant;
    const policy = { ...options.policy, acceptsToken };
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
    const isSilent = !options.enableHandshake;
    const outcome = isSilent ? withoutHandshake(found.outcome) : found.outcome;
    const authentication = new Authentication({
      facts,
      instance,
      policy,
      outcome,
      knowledge,
      fetchToken,
      pages: options.pages,
      isSilent,
    });
    knowledge.kinds.push(acceptsToken);
    return { authentication, tenant };
  }
}
