import { authenticate, type Decision } from '../../../src/engine/authenticate.js';
import { Authentication } from '../../../src/engine/authentication.js';
import { RequestFacts } from '../../../src/engine/facts/request-facts.js';
import type { KeySource } from '../../../src/engine/keys/key-source.js';
import type { Policy } from '../../../src/engine/policy.js';
import { TokenCache } from '../../../src/engine/tokens/token-cache.js';
import { CountedKey } from './counted-key.js';
import { type Carrier, carrying, instanceOf, local, NOW, policyWith, verdict } from './engine.js';
import { requestSource } from './request-source.js';

/** How a request comes, beside its token. */
export interface Arrival {
  readonly policy?: Partial<Policy>;
  /** Milliseconds since 1970. */
  readonly now?: number;
  readonly carrier?: Carrier;
}

/** An instance that remembers tokens from one request to the next, and counts what it checks. */
export class RememberingInstance {
  readonly key = new CountedKey(local.jwtKey);
  readonly tokens: TokenCache;
  /** Can be changed between requests. */
  keys: KeySource = this.key.source;

  constructor(max = 10) {
    this.tokens = new TokenCache(max);
  }

  /** In one word what a request with this token is: `signed-in`, or the reason against it. */
  async verdictOn(token: string, arrival: Arrival = {}): Promise<string> {
    return verdict((await this.#decide(token, arrival)).decision.outcome);
  }

  /** What an application sees of a request with this token. */
  async authenticationOf(token: string, arrival: Arrival = {}): Promise<Authentication> {
    const { facts, instance, policy, decision } = await this.#decide(token, arrival);
    const { outcome, evidence } = decision;
    const knowledge = { kinds: [policy.acceptsToken], evidence };
    const fetchToken = () => Promise.resolve('');
    return new Authentication({ facts, instance, policy, outcome, knowledge, fetchToken });
  }

  async #decide(token: string, { policy: demands, now = NOW, carrier }: Arrival) {
    const keys: KeySource = { find: (id) => this.keys.find(id) };
    const instance = { ...instanceOf('production', { keys }), tokens: this.tokens };
    const facts = new RequestFacts(requestSource(carrying(token, carrier)), instance, now);
    const policy = policyWith(demands);
    const decision: Decision = await authenticate({ facts, instance, policy });
    return { facts, instance, policy, decision };
  }
}
