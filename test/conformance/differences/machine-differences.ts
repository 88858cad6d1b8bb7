import { failure } from '../generate/failure.js';
import type { ApiAnswer, Scenario, ScenarioApi } from '../generate/scenario.js';
import type { AsIf, Difference } from './difference.js';
import { bearerToken } from './tokens/bearer-token.js';
import { claimsOf, isStrict } from './tokens/loose-token.js';
import { tokensAt } from './tokens/places.js';
import { isMachine } from './tokens/shape-differences.js';

type Question = 'apiKey' | 'm2mToken' | 'oauthToken';

/** By what an opaque token begins with. */
const QUESTIONS: Readonly<Record<string, Question>> = {
  ak_: 'apiKey',
  mt_: 'm2mToken',
  oat_: 'oauthToken',
};

/** The categories of what is no OAuth access token. */
const OTHER_CATEGORIES: ReadonlySet<unknown> = new Set([
  'cl_B7d4PD111AAA',
  'cl_B7d4PD222AAA',
  'cl_B7d4PD333AAA',
]);

/** A prefix, and then what looks like a JWT and is none. */
const BROKEN = /(ak_|oat_)a\.b\.c/;

const NOT_FOUND = failure(404, 'resource_not_found');

/** Differences in the tokens of machines. */
export const MACHINE_DIFFERENCES: readonly Difference[] = [
  {
    name: 'an answer about a machine’s token that names nobody lets nobody in',
    why: 'the vendor signs in whoever the answer is about, were it no one',
    applies: (scenario) => namesNobody(resourceIn(scenario)),
    asIf: (scenario) => answering(scenario, failure(500, 'internal_clerk_error')),
  },
  {
    name: 'a machine’s token that is said to be revoked or expired lets nobody in',
    why: 'the vendor leaves it to the Backend API to refuse it',
    applies: (scenario) => {
      const resource = resourceIn(scenario);
      return (
        !namesNobody(resource) && (resource?.['revoked'] === true || resource?.['expired'] === true)
      );
    },
    asIf: (scenario) => answering(scenario, NOT_FOUND),
  },
  {
    name: 'the scopes of a machine’s token are a list',
    why: 'the vendor gives an audience that is a text as it is where a list of scopes is expected',
    applies: (scenario) => tokensAt(scenario, 'header').some(isMachine),
    asIf: (scenario) => ({
      scenario,
      restore: ({ state, calls }) => ({ state: state && withListedScopes(state), calls }),
    }),
  },
  {
    name: 'what a machine’s token begins with says its kind, whatever follows',
    why: 'the vendor takes every token in the form of a JWT that can’t be read for an M2M token',
    applies: (scenario) => BROKEN.test(bearerToken(scenario)),
    asIf: (scenario) => unknownTo(scenario, (text) => text.replace(BROKEN, '$1unknown')),
  },
  {
    name: 'an OAuth access token is of no other category',
    why: 'a session token or one of a JWT template must not pass as one by its type',
    applies: (scenario) =>
      takesOauth(scenario) && tokensAt(scenario, 'header').some(isOfOtherCategory),
    // As if it were opaque, and nobody knew it.
    asIf: (scenario) => unknownTo(scenario, () => 'Bearer oat_unknown'),
  },
];

function questionOf(scenario: Scenario): Question | undefined {
  const token = bearerToken(scenario);
  const prefix = Object.keys(QUESTIONS).find((start) => token.startsWith(start));
  return prefix === undefined ? undefined : QUESTIONS[prefix];
}

function resourceIn(scenario: Scenario): Readonly<Record<string, unknown>> | undefined {
  const question = questionOf(scenario);
  const { status, contentType, body } = question ? scenario.api[question] : NOT_FOUND;
  // Of another type it is a text, and 204 has none: an answer without any member.
  if (status === 204 || (status === 200 && contentType !== 'application/json')) return {};
  if (status !== 200) return undefined;
  try {
    const resource: Record<string, unknown> = JSON.parse(body);
    return resource;
  } catch {
    // Nothing that either side can read.
    return undefined;
  }
}

function namesNobody(resource: Readonly<Record<string, unknown>> | undefined): boolean {
  return resource !== undefined && !(resource['id'] && resource['subject']);
}

function answering(scenario: Scenario, answer: ApiAnswer): { scenario: Scenario } {
  const question = questionOf(scenario);
  const changed: ScenarioApi = question ? { ...scenario.api, [question]: answer } : scenario.api;
  return { scenario: { ...scenario, api: changed } };
}

/** As if the Backend API said of another token that it knows none, and had not been asked. */
function unknownTo(scenario: Scenario, authorization: (text: string) => string): AsIf {
  const { keys, request, api } = scenario;
  const headers = {
    ...request.headers,
    authorization: authorization(request.headers['authorization'] ?? ''),
  };
  return {
    scenario: {
      ...scenario,
      // With a jwtKey alone nothing would be asked.
      keys: { ...keys, secretKey: keys.secretKey ?? (keys.jwtKey && 'sk_test_') },
      request: { ...request, headers },
      api: { ...api, apiKey: NOT_FOUND, m2mToken: NOT_FOUND, oauthToken: NOT_FOUND },
    },
    restore: ({ state }) => ({ state, calls: [] }),
  };
}

function withListedScopes(state: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { auth, authOfPending } = state;
  return { ...state, auth: listed(auth), authOfPending: listed(authOfPending) };
}

function listed(auth: unknown): unknown {
  const isAuth = typeof auth === 'object' && auth !== null && 'scopes' in auth;
  return isAuth && typeof auth.scopes === 'string' ? { ...auth, scopes: [auth.scopes] } : auth;
}

function takesOauth({ options: { acceptsToken = 'session_token' } }: Scenario): boolean {
  const accepted = [acceptsToken].flat();
  return acceptsToken === 'any' || accepted.includes('oauth_token');
}

function isOfOtherCategory(token: Parameters<typeof claimsOf>[0]): boolean {
  const { typ, cat } = token.header;
  const { sub } = claimsOf(token);
  const isOauth = typ === 'at+jwt' || typ === 'application/at+jwt';
  const isM2M = typeof sub === 'string' && sub.startsWith('mch_');
  return isOauth && !isM2M && isStrict(token) && OTHER_CATEGORIES.has(cat);
}
