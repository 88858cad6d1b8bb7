import { authenticate, type Decision } from '../engine/authenticate.js';
import { Authentication, type Knowledge } from '../engine/authentication.js';
import { Evidence } from '../engine/evidence/evidence.js';
import { assertReadableTarget } from '../engine/facts/public-url.js';
import { RequestFacts } from '../engine/facts/request-facts.js';
import type { RequestSource } from '../engine/facts/request-source.js';
import type { Instance } from '../engine/instance.js';
import { withoutHandshake } from '../engine/outcome.js';
import type { Policy } from '../engine/policy.js';
import { type AcceptedTokens, isSameChoice } from '../engine/token-type.js';
import { assertOrigin } from '../request/assert-options.js';
import { goOn, type NowOrLater } from '../now-or-later.js';
import type { AnyRequestState } from '../request/request-state.js';
import { toRequestState } from '../request/to-request-state.js';
import type { Tenant } from '../tenants/tenant.js';
import type { TenantSource } from '../tenants/tenant-source.js';
import { ConnectionLog } from './connection-log.js';
import type { ProcessedRequest } from './http/handler-state.js';
import { type NodeRequest, nodeRequestOf, NodeRequestSource } from './http/node-request.js';
import { createRequestSlot } from './http/request-slot.js';

/** What is known of one request. */
interface RequestRecord extends Knowledge {
  readonly tenant: Tenant;
  readonly facts: RequestFacts;
  readonly instance: Instance;
  /** By the kinds of token that it was authenticated for; nearly always one. */
  answers: readonly Answer[];
  kinds: readonly AcceptedTokens[];
  evidence: Evidence;
  /** The end of the latest run that is still waiting: the next waits for it, to know what it found. */
  latest: Promise<unknown> | undefined;
}

/** What a request is for one choice of kinds, or will turn out to be. */
interface Answer {
  readonly acceptsToken: AcceptedTokens;
  readonly processed: NowOrLater<ProcessedRequest>;
}

/** Authenticates the requests of Node's server, each once for each choice of kinds of token. */
export class RequestAuthenticator {
  readonly #records = createRequestSlot<NowOrLater<RequestRecord>>();
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
   * The same, together with whose request it is; at once where nobody has to be asked. Internal.
   *
   * @throws As {@link authenticate}, some of it at once.
   */
  process(request: object, acceptsToken?: AcceptedTokens): NowOrLater<ProcessedRequest> {
    const record = this.#recordOf(nodeRequestOf(request));
    return goOn(record, (known) => this.#process(known, acceptsToken));
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

  #recordOf(request: NodeRequest): NowOrLater<RequestRecord> {
    const known = this.#records.get(request);
    if (known) return known;
    const source = new NodeRequestSource(request);
    // Before the application is asked whose request it is, and fails to read the target itself.
    assertReadableTarget(source.target);
    const tenant = this.#tenants.tenantOf(request);
    const record = goOn(tenant, (found) => this.#createRecord(request, source, found));
    // Until it is there, whoever asks waits for the same one.
    if (record instanceof Promise) this.#records.set(request, record);
    return record;
  }

  #createRecord(request: NodeRequest, source: RequestSource, tenant: Tenant): RequestRecord {
    const instance = tenant.instanceOf(source);
    const facts = new RequestFacts(source, instance, Date.now());
    assertOrigin(instance.deployment, facts);
    const record = {
      tenant,
      facts,
      instance,
      answers: [],
      kinds: [],
      evidence: Evidence.none,
      latest: undefined,
    };
    this.#records.set(request, record);
    return record;
  }

  #process(
    record: RequestRecord,
    acceptsToken = record.tenant.options.policy.acceptsToken,
  ): NowOrLater<ProcessedRequest> {
    const known = record.answers.find((answer) => isSameChoice(answer.acceptsToken, acceptsToken));
    if (known) return known.processed;
    const processed = this.#authenticate(record, acceptsToken);
    record.answers = [...record.answers, { acceptsToken, processed }];
    return processed;
  }

  #authenticate(record: RequestRecord, acceptsToken: AcceptedTokens): NowOrLater<ProcessedRequest> {
    const decision = record.latest
      ? record.latest.then(() => this.#decide(record, acceptsToken))
      : this.#decide(record, acceptsToken);
    if (!(decision instanceof Promise)) return this.#conclude(record, acceptsToken, decision);
    const processed = decision.then((found) => this.#conclude(record, acceptsToken, found));
    // Whoever comes next waits for this one and asks by itself, whatever came of it.
    record.latest = processed.catch(() => undefined);
    return processed;
  }

  #decide(record: RequestRecord, acceptsToken: AcceptedTokens): NowOrLater<Decision> {
    const { facts, instance, evidence } = record;
    const policy = policyFor(record, acceptsToken);
    return authenticate({ facts, instance, policy, evidence, report: this.#log.warn });
  }

  #conclude(
    record: RequestRecord,
    acceptsToken: AcceptedTokens,
    { outcome: found, evidence }: Decision,
  ): ProcessedRequest {
    const { tenant, facts, instance } = record;
    const { options, fetchToken } = tenant;
    record.evidence = evidence;
    record.kinds = [...record.kinds, acceptsToken];
    this.#log.note(found);
    const isSilent = !options.enableHandshake;
    const authentication = new Authentication({
      facts,
      instance,
      policy: policyFor(record, acceptsToken),
      outcome: isSilent ? withoutHandshake(found) : found,
      knowledge: record,
      fetchToken,
      pages: options.pages,
      isSilent,
    });
    return { authentication, tenant };
  }
}

function policyFor({ tenant }: RequestRecord, acceptsToken: AcceptedTokens): Policy {
  const { policy } = tenant.options;
  return policy.acceptsToken === acceptsToken ? policy : { ...policy, acceptsToken };
}
