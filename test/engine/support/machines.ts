import { authenticate, type Decision } from '../../../src/engine/authenticate.js';
import type {
  Backend,
  BackendAnswer,
  MachineAnswer,
} from '../../../src/engine/evidence/backend.js';
import { Authentication } from '../../../src/engine/authentication.js';
import { RequestFacts } from '../../../src/engine/facts/request-facts.js';
import type { Instance } from '../../../src/engine/instance.js';
import type { Outcome } from '../../../src/engine/outcome.js';
import type { Policy } from '../../../src/engine/policy.js';
import type { AcceptedTokens, MachineTokenType } from '../../../src/engine/token-type.js';
import { instanceOf, local, NOW, policyWith, type Surroundings, verdict } from './engine.js';
import { type RequestParts, requestSource } from './request-source.js';

/** What the Backend API says about a good token of a user's. */
export const GOOD = {
  id: 'id_1',
  subject: local.users.ada.id,
  scopes: ['read', 'write'],
  revoked: false,
  expired: false,
  name: 'Deploys',
  claims: { tier: 'gold' },
  clientId: 'client_1',
};

/** A Backend API that says the same about every token, and remembers which it was asked about. */
export class MachineApi implements Backend {
  /** The kind and the text of each token. */
  readonly asked: [type: MachineTokenType, token: string][] = [];
  /** How often anything else was asked. */
  others = 0;

  constructor(private readonly answer: MachineAnswer = { ok: true, resource: GOOD }) {}

  verifyMachineToken(type: MachineTokenType, token: string): Promise<MachineAnswer> {
    this.asked.push([type, token]);
    return Promise.resolve(this.answer);
  }

  redeemNonce(): Promise<BackendAnswer> {
    return this.#nothing();
  }

  refreshSession(): Promise<BackendAnswer> {
    return this.#nothing();
  }

  #nothing(): Promise<BackendAnswer> {
    this.others += 1;
    return Promise.resolve({ ok: true, directives: [] });
  }
}

/** A Backend API that says this about every token. */
export function saying(resource: unknown): MachineApi {
  return new MachineApi({ ok: true, resource });
}

/** A request with this in its `Authorization` header. */
export function bearing(token: string): RequestParts {
  return { headers: { authorization: `Bearer ${token}` } };
}

/** An opaque token of every kind. */
export const OPAQUE = { api_key: 'ak_opaque', m2m_token: 'mt_opaque', oauth_token: 'oat_opaque' };

/** A good JWT of both kinds of program that have them. */
export const M2M_JWT = local.createM2mToken({ subject: 'worker', tokenFormat: 'jwt' }).token;
export const OAUTH_JWT = local.createOAuthAccessToken({ subject: 'ada', tokenFormat: 'jwt' }).token;

/** What authenticates a request, taken apart so that a test can go on from its decision. */
export interface Run extends Decision {
  readonly facts: RequestFacts;
  readonly instance: Instance;
  readonly policy: Policy;
}

/** Runs a request through the engine; or again, with what an earlier run has found out about it. */
export async function run(
  request: RequestParts,
  acceptsToken: AcceptedTokens,
  { type = 'production', policy: demands, now = NOW, ...choice }: Surroundings = {},
  earlier?: Run,
): Promise<Run> {
  const instance = earlier?.instance ?? instanceOf(type, choice);
  const facts = earlier?.facts ?? new RequestFacts(requestSource(request), instance, now);
  const policy = policyWith({ ...demands, acceptsToken });
  const evidence = earlier?.evidence;
  const decision = await authenticate({ facts, instance, policy, evidence });
  return { facts, instance, policy, ...decision };
}

/** What the engine makes of a token in the header. */
export async function outcomeOfToken(
  token: string,
  acceptsToken: AcceptedTokens,
  surroundings?: Surroundings,
): Promise<Outcome> {
  return (await run(bearing(token), acceptsToken, surroundings)).outcome;
}

/** The same in words: the kind of token that was looked for, and `signed-in` or the reason. */
export async function answerTo(
  token: string,
  acceptsToken: AcceptedTokens,
  surroundings?: Surroundings,
): Promise<string> {
  const outcome = await outcomeOfToken(token, acceptsToken, surroundings);
  return `${outcome.tokenType ?? 'no kind'}: ${verdict(outcome)}`;
}

/** What applications see of a run, and of the kinds that were authenticated before it. */
export function authenticationOf(
  { facts, instance, policy, outcome, evidence }: Run,
  { earlier = [], isSilent }: { earlier?: readonly AcceptedTokens[]; isSilent?: boolean } = {},
): Authentication {
  const knowledge = { kinds: [policy.acceptsToken, ...earlier], evidence };
  const fetchToken = () => Promise.resolve('');
  return new Authentication({ facts, instance, policy, outcome, knowledge, fetchToken, isSilent });
}
