import { directives } from './directives.js';
import { failure, json } from './failure.js';
import type { Random } from './random.js';
import type { ApiAnswer, ScenarioApi } from './scenario.js';
import type { TokenPool } from './token-pool.js';
import { AUDIENCES, NOW, type WorldInstance } from './world.js';

const JSON_TYPE = 'application/json';

/** How the Backend API behaves in one scenario. */
export function apiAnswers(random: Random, pool: TokenPool, instance: WorldInstance): ScenarioApi {
  const list = () => directives(random, pool, instance);
  return {
    jwks: random.weighted<ScenarioApi['jwks']>([
      [95, () => 'published'],
      [2, () => 'empty'],
      [3, () => 'of another instance'],
    ]),
    handshakePayload: answer(random, () => ({ directives: list() }), [
      {},
      { directives: null },
      { directives: [] },
      { directives: '__session=x' },
      { directives: '__session=x' },
    ]),
    refresh: answer(random, () => ({ object: 'cookies', cookies: list() }), [
      { object: 'cookies' },
      { object: 'cookies', cookies: null },
      { object: 'cookies', cookies: [] },
      { object: 'other', cookies: ['__session=x'] },
      {},
    ]),
    apiKey: machineAnswer(random, () => apiKey(random), [{}, { object: 'api_key' }]),
    m2mToken: machineAnswer(random, () => m2mToken(random), [
      {},
      { object: 'machine_to_machine_token' },
    ]),
    oauthToken: machineAnswer(random, () => oauthToken(random), [
      {},
      { object: 'clerk_idp_oauth_access_token' },
    ]),
  };
}

function answer(random: Random, usual: () => object, others: readonly unknown[]): ApiAnswer {
  return random.weighted<ApiAnswer>([
    [64, () => json(200, usual())],
    [12, () => json(200, random.pick(others))],
    [10, () => random.pick(COMMON_FAILURES)],
    [14, () => random.pick(FAILURES)],
  ]);
}

/** Refused more often: the same status is another reason there. */
function machineAnswer(random: Random, usual: () => object, others: readonly unknown[]): ApiAnswer {
  return random.some(25, () => random.pick(REFUSALS)) ?? answer(random, usual, others);
}

/** Answers that are none, and some that look like one. */
const FAILURES: readonly ApiAnswer[] = [
  failure(400, 'form_param_invalid'),
  failure(401, 'clerk_key_invalid'),
  failure(401, 'refresh_token_invalid', 'other'),
  failure(401),
  failure(403, 'forbidden'),
  failure(404, 'resource_not_found'),
  failure(422, 'session_expired'),
  failure(429, 'too_many_requests'),
  failure(500, 'internal_clerk_error'),
  failure(500, 'unexpected_error'),
  json(503, {}),
  json(401, {}),
  { status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' },
  { status: 404, contentType: 'text/plain', body: 'not found' },
  { status: 500, contentType: JSON_TYPE, body: '{' },
  { status: 200, contentType: JSON_TYPE, body: '{' },
  { status: 200, contentType: 'text/html', body: '<h1>Hello</h1>' },
  { status: 200, contentType: JSON_TYPE, body: '' },
  { status: 204, contentType: JSON_TYPE, body: '' },
];

const COMMON_FAILURES = [
  failure(401, 'clerk_key_invalid'),
  failure(401, 'refresh_token_invalid'),
  failure(429, 'too_many_requests'),
  failure(500, 'internal_clerk_error'),
  failure(500, 'unexpected_error'),
] as const;

const REFUSALS = [failure(401, 'clerk_key_invalid'), failure(404, 'resource_not_found')] as const;

function common(random: Random): object {
  return {
    name: 'A key',
    claims: random.pick<unknown>([null, { tier: 'gold' }, {}]),
    scopes: random.pick<unknown>([[], ['read'], ['read:articles', 'write:articles']]),
    revoked: random.usually(false, [true]),
    revocation_reason: null,
    expired: random.usually(false, [true]),
    expiration: random.pick([null, NOW + 60_000]),
    created_by: null,
    description: null,
    last_used_at: null,
    created_at: NOW - 60_000,
    updated_at: NOW - 60_000,
  };
}

function apiKey(random: Random): object {
  const subject = random.pick(['user_1', 'org_1', 'user_', 'app_1']);
  return { ...common(random), object: 'api_key', id: 'ak_1', type: 'api_key', subject };
}

function m2mToken(random: Random): object {
  const subject = random.pick(['mch_1', 'mch_2']);
  return { ...common(random), object: 'machine_to_machine_token', id: 'mt_1', subject };
}

function oauthToken(random: Random): object {
  return {
    ...common(random),
    object: 'clerk_idp_oauth_access_token',
    id: 'oat_1',
    type: 'oauth_token',
    client_id: 'client_1',
    subject: 'user_1',
    aud: random.pick<unknown>([undefined, [AUDIENCES[0]], AUDIENCES[0], [AUDIENCES[1]], [], '']),
  };
}
