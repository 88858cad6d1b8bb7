import { json } from '../../generate/failure.js';
import type { ScenarioApi, ScenarioRequest } from '../../generate/scenario.js';
import { tokenOf } from '../../generate/token-recipe.js';
import { NOW_IN_SECONDS, OWN_KID, type WorldInstance } from '../../generate/world.js';

/** A request that carries a token, and what the Backend API has to do with it. */
export interface Carried {
  readonly request: ScenarioRequest;
  readonly api?: Partial<ScenarioApi>;
}

/** A place for a token. */
export interface TokenPlace {
  readonly name: string;
  readonly put: (token: string, request: ScenarioRequest, instance: WorldInstance) => Carried;
}

/** Everywhere that a token can come from: it is the same one, and means something else. */
export const TOKEN_PLACES: readonly TokenPlace[] = [
  inHeader('in the header', (token) => `Bearer ${token}`),
  inHeader('in the header, bare', (token) => token),
  inHeader('in the header, by bearer', (token) => `bearer ${token}`),
  inHeader('in the header, after two spaces', (token) => `Bearer  ${token}`),
  inHeader('in the header, before something', (token) => `Bearer ${token} x`),
  inHeader('in the header, by another scheme', (token) => `Basic ${token}`),
  inCookies('in the cookie', (token) => ({ __session: token, __client_uat: '1' })),
  inCookies('in the cookie of its instance', (token, suffix) => ({
    [`__session_${suffix}`]: token,
    [`__client_uat_${suffix}`]: '1',
  })),
  inCookies('in the cookie of another instance', (token) => ({
    __session_aaaaaaaa: token,
    __client_uat_aaaaaaaa: '1',
  })),
  inCookies('in the cookie of a newer client', (token) => ({
    __session: token,
    __client_uat: `${NOW_IN_SECONDS + 5}`,
  })),
  inCookies('in the cookie, to be refreshed', (token, suffix) => ({
    [`__session_${suffix}`]: token,
    [`__client_uat_${suffix}`]: '1',
    [`__refresh_${suffix}`]: 'refresh_1',
  })),
  {
    name: 'in the header and in the cookie',
    put: (token, request) => ({
      request: without(request, {
        authorization: `Bearer ${token}`,
        cookie: `__clerk_db_jwt=dvb_1; __client_uat=1; __session=${token}`,
      }),
    }),
  },
  {
    name: 'in a handshake token',
    put: (token, request) => {
      const header = { alg: 'RS256', kid: OWN_KID, typ: 'JWT' };
      const claims = { handshake: directives(token) };
      const handshake = tokenOf({ signer: 'own', header, claims });
      return { request: withTarget(request, `/?__clerk_handshake=${handshake}`) };
    },
  },
  {
    name: 'as a handshake token',
    put: (token, request) => ({
      request: withTarget(request, `/?__clerk_handshake=${encodeURIComponent(token)}`),
    }),
  },
  {
    name: 'in what a handshake stands for',
    put: (token, request) => ({
      request: withTarget(request, '/?__clerk_handshake_nonce=nonce_2'),
      api: { handshakePayload: json(200, { directives: directives(token) }) },
    }),
  },
];

function inHeader(name: string, write: (token: string) => string): TokenPlace {
  return {
    name,
    put: (token, request) => ({ request: without(request, { authorization: write(token) }) }),
  };
}

function inCookies(
  name: string,
  write: (token: string, suffix: string) => Record<string, string>,
): TokenPlace {
  return {
    name,
    put: (token, request, { cookieSuffix }) => {
      const jar = { __clerk_db_jwt: 'dvb_1', ...write(token, cookieSuffix) };
      const cookie = Object.entries(jar).map(([cookieName, value]) => `${cookieName}=${value}`);
      return {
        request: without(request, { cookie: cookie.join('; ') }),
        api: { refresh: json(200, { object: 'cookies', cookies: directives(token) }) },
      };
    },
  };
}

function directives(token: string): string[] {
  return [`__session=${token}; Path=/`, `__client_uat=${NOW_IN_SECONDS}; Path=/`];
}

function withTarget(request: ScenarioRequest, target: string): ScenarioRequest {
  const cookie = '__clerk_db_jwt=dvb_1';
  return { ...without(request, { cookie, 'sec-fetch-dest': 'document' }), method: 'GET', target };
}

/** Without what the request itself brought. */
function without(request: ScenarioRequest, headers: Record<string, string>): ScenarioRequest {
  const { authorization: _authorization, cookie: _cookie, ...rest } = request.headers;
  return { ...request, headers: { ...rest, ...headers } };
}
