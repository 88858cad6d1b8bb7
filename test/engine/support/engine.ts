import { LocalInstance } from '../../../src/testing/local-instance.js';
import { authenticate } from '../../../src/engine/authenticate.js';
import { RequestFacts } from '../../../src/engine/facts/request-facts.js';
import { createInstance, type Instance } from '../../../src/engine/instance.js';
import type { Deployment } from '../../../src/engine/deployment.js';
import type { Backend } from '../../../src/engine/evidence/backend.js';
import type { KeySource } from '../../../src/engine/keys/key-source.js';
import { PemKeySource } from '../../../src/engine/keys/pem-key-source.js';
import type { Outcome } from '../../../src/engine/outcome.js';
import { createPolicy } from '../../../src/request/policy.js';
import type { Policy } from '../../../src/engine/policy.js';
import { type InstanceType, parsePublishableKey } from '../../../src/engine/publishable-key.js';
import { cookieHeader, type RequestParts, requestSource } from './request-source.js';

/** The moment at which tests take place, in milliseconds: a whole second. */
export const NOW = Date.UTC(2026, 10, 21, 12, 0, 0);

/** The same in seconds, as claims count. */
export const NOW_IN_SECONDS = NOW / 1000;

/** The instance under test: what it signs is genuine. */
export const local = new LocalInstance({ now: () => NOW });

/** The publishable key of an instance of either type, whose tokens are the same. */
export function publishableKeyOf(type: InstanceType, host = local.frontendApi): string {
  const prefix = type === 'production' ? 'pk_live_' : 'pk_test_';
  return `${prefix}${Buffer.from(`${host}$`).toString('base64')}`;
}

/** What a test can choose about an instance. */
export interface InstanceChoice {
  /** The Frontend API's host. */
  readonly host?: string;
  /** Default: `local`'s. */
  readonly keys?: KeySource;
  /** Default: one that answers nothing. */
  readonly backend?: Backend;
  readonly deployment?: Deployment;
}

/** An instance of either type. */
export function instanceOf(
  type: InstanceType,
  {
    host,
    keys = new PemKeySource(local.jwtKey),
    backend = noBackend,
    deployment = {},
  }: InstanceChoice = {},
): Instance {
  const publishableKey = parsePublishableKey(publishableKeyOf(type, host));
  if (!publishableKey) throw new Error('the fixture is not a publishable key');
  return createInstance({ publishableKey, keys, backend, deployment });
}

const nothing = {
  ok: false,
  code: 'missing-api-client',
  status: 0,
  message: 'no Backend API here',
} as const;

/** For tests in which the Backend API has no part. */
const noBackend: Backend = {
  redeemNonce: () => Promise.resolve(nothing),
  refreshSession: () => Promise.resolve(nothing),
  verifyMachineToken: () => Promise.resolve(nothing),
};

/** A policy that demands nothing beyond what always holds, but for what is given. */
export function policyWith(demands: Partial<Policy> = {}): Policy {
  return { ...createPolicy({}), ...demands };
}

/** What a test can choose beside the request. */
export interface Surroundings extends InstanceChoice {
  readonly type?: InstanceType;
  readonly policy?: Partial<Policy>;
  /** Milliseconds since 1970. */
  readonly now?: number;
}

/** Runs a request through the engine. */
export async function outcomeOf(
  request: RequestParts,
  { type = 'production', policy, now = NOW, ...choice }: Surroundings = {},
): Promise<Outcome> {
  const instance = instanceOf(type, choice);
  const facts = new RequestFacts(requestSource(request), instance, now);
  const { outcome } = await authenticate({ facts, instance, policy: policyWith(policy) });
  return outcome;
}

/** In one word: `signed-in`, or the reason for anything else. */
export function verdict(outcome: Outcome): string {
  return outcome.status === 'signed-in' ? outcome.status : outcome.reason;
}

/** The two ways a session token comes in. */
export type Carrier = 'bearer' | 'cookie';

/** A request that carries a session token, by cookie together with an active client. */
export function carrying(token: string, carrier: Carrier = 'bearer'): RequestParts {
  return carrier === 'bearer'
    ? { headers: { authorization: `Bearer ${token}` } }
    : { headers: { cookie: cookieHeader({ __session: token, __client_uat: '1' }) } };
}

/** What the engine says to a session token. */
export async function verdictOn(
  token: string,
  surroundings: Surroundings = {},
  carrier: Carrier = 'bearer',
): Promise<string> {
  return verdict(await outcomeOf(carrying(token, carrier), surroundings));
}
