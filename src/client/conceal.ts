import { inspect } from 'node:util';
import { snakeKey } from './casing.js';
import { isWireObject } from './shape.js';

/** Cuts what nobody may see out of a text. */
export type Conceal = (text: string) => string;

/** Wire names of parameters that are as good as a key: whoever reads one in a log can use it. */
const SECRET: ReadonlySet<string> = new Set([
  'access_token',
  'api_key',
  'backup_codes',
  'client_secret',
  'code',
  'expired_token',
  'nonce',
  'password',
  'password_digest',
  'refresh_token',
  'secret',
  'secret_key',
  'signing_key',
  'ticket',
  'token',
  'totp_secret',
]);

/**
 * How long a parameter is at least when it is a secret. A token comes from whoever sent the request:
 * cutting out one like `e` would spoil the words and codes of the API, and hide nothing.
 */
const SHORTEST = 8;

/**
 * Makes what keeps the secrets of one call out of its errors, should the other side echo them.
 *
 * @param credential The key that the call goes with; undefined for none.
 * @param params The call's parameters, some of which are secrets, at whatever depth.
 */
export function concealing(credential: string | undefined, params: unknown): Conceal {
  // The longest first: cutting out a part of another would leave the rest of that one.
  const secrets = [
    ...(credential === undefined ? [] : [credential]),
    ...secretsOf(params),
  ].toSorted((a, b) => b.length - a.length);
  return (text) => secrets.reduce((rest, secret) => rest.replaceAll(secret, '[hidden]'), text);
}

function secretsOf(params: unknown, name = ''): string[] {
  if (typeof params === 'string') {
    return SECRET.has(name) && params.length >= SHORTEST ? [params] : [];
  }
  if (Array.isArray(params)) return params.flatMap((item) => secretsOf(item, name));
  if (!isWireObject(params)) return [];
  return Object.entries(params).flatMap(([key, value]) => secretsOf(value, snakeKey(key)));
}

/**
 * Parses JSON with the secrets cut out of every string and key. Only then: an escape sequence in
 * the text would hide one from a search.
 *
 * @throws {SyntaxError} When it is no JSON.
 */
export function parseConcealed(text: string, conceal: Conceal): unknown {
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value === 'string') return conceal(value);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [conceal(key), inner]));
  });
}

/**
 * The cause to give an error: what led to it, or nothing where a log of it would show a secret,
 * as a replaced `fetch` may quote its request.
 */
export function concealCause(cause: unknown, conceal: Conceal): unknown {
  return mentions(cause, conceal) ? undefined : cause;
}

function mentions(cause: unknown, conceal: Conceal): boolean {
  try {
    const everything = { depth: Infinity, showHidden: true, maxStringLength: Infinity };
    const shown = inspect(cause, { ...everything, maxArrayLength: Infinity });
    return conceal(shown) !== shown;
  } catch {
    // An object that can't be looked at may hold anything.
    return true;
  }
}
