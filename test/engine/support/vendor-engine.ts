import { createClerkClient } from '@clerk/backend';
import { fieldsOf } from '../auth/signed.js';
import { authenticate } from '../../../src/engine/authenticate.js';
import { Authentication } from '../../../src/engine/authentication.js';
import { RequestFacts } from '../../../src/engine/facts/request-facts.js';
import { fetchJwks } from '../../../src/engine/keys/fetch-jwks.js';
import { JwksKeySource } from '../../../src/engine/keys/jwks-key-source.js';
import type { KeySource } from '../../../src/engine/keys/key-source.js';
import { PemKeySource } from '../../../src/engine/keys/pem-key-source.js';
import type { Policy } from '../../../src/engine/policy.js';
import type { InstanceType } from '../../../src/engine/publishable-key.js';
import { instanceOf, NOW, publishableKeyOf } from './engine.js';
import { requestSource } from './request-source.js';

process.env['CLERK_TELEMETRY_DISABLED'] = '1';

const ORIGIN = 'http://localhost:3000';

/** A request as it is given to both engines. */
export interface SentRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: Record<string, string>;
}

/** What either engine says to a request; `auth` holds the auth object's fields. */
export interface Judgement {
  readonly status: string;
  readonly reason: string | null;
  readonly auth: object | null;
}

/** Where both engines get their keys. */
export type KeyAccess =
  { readonly jwtKey: string } | { readonly secretKey: string; readonly apiUrl: string };

/** Our engine and the vendor's, set up alike. */
export class EnginePair {
  readonly #instance;
  readonly #vendor;

  constructor(type: InstanceType, access: KeyAccess) {
    this.#instance = instanceOf(type, { keys: keysOf(access) });
    this.#vendor = createClerkClient({
      publishableKey: publishableKeyOf(type),
      secretKey: 'sk_test_unused',
      ...access,
    });
  }

  /** What the instance's cookies end in. */
  get cookieSuffix(): string {
    return this.#instance.cookieSuffix;
  }

  /** What our engine says. */
  async ours({ method, target, headers }: SentRequest, policy: Policy): Promise<Judgement> {
    const source = requestSource({
      method,
      target,
      headers: { host: 'localhost:3000', ...headers },
    });
    const facts = new RequestFacts(source, this.#instance, NOW);
    const instance = this.#instance;
    const { outcome, evidence } = await authenticate({ facts, instance, policy });
    const knowledge = { kinds: [policy.acceptsToken], evidence };
    const reason = outcome.status === 'signed-in' ? null : outcome.reason;
    const { status } = outcome;
    if (status === 'handshake') return { status, reason, auth: null };
    const fetchToken = () => Promise.resolve('');
    const parts = { facts, instance, policy, outcome, knowledge, fetchToken };
    const auth = new Authentication(parts).toAuth();
    return { status, reason, auth: fieldsOf(auth) };
  }

  /** What the vendor says; its clock must have been set. */
  async theirs({ method, target, headers }: SentRequest, policy: Policy): Promise<Judgement> {
    const request = new Request(`${ORIGIN}${target}`, { method, headers });
    const state = await this.#vendor.authenticateRequest(request, {
      audience: [...policy.audience],
      authorizedParties: [...policy.authorizedParties],
      clockSkewInMs: policy.clockSkewInMs,
    });
    const auth = state.toAuth();
    return { status: state.status, reason: state.reason, auth: auth && fieldsOf(auth) };
  }
}

function keysOf(access: KeyAccess): KeySource {
  if ('jwtKey' in access) return new PemKeySource(access.jwtKey);
  const fetchKeys = () => fetchJwks({ ...access, apiVersion: 'v1', fetch });
  return new JwksKeySource({ fetchKeys, clock: () => NOW });
}
