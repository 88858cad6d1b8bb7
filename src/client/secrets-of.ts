import { snakeKey } from './casing.js';
import { PAGING } from './shown-url.js';
import { type Secret, LONG, secretForms } from './secret.js';
import { isWireObject } from './shape.js';

/** What people type: short ones are secrets too. */
const TYPED: ReadonlySet<string> = new Set(['backup_codes', 'code', 'password', 'totp_secret']);

/** Wire names of parameters that are as good as a key: whoever reads one in a log can use it. */
const SECRET: ReadonlySet<string> = new Set([
  ...TYPED,
  'access_token',
  'api_key',
  'client_secret',
  'expired_token',
  'nonce',
  'password_digest',
  'refresh_token',
  'secret',
  'secret_key',
  'signing_key',
  'ticket',
  'token',
]);

/** Names of headers that carry secrets, in parameters that hold the headers of somebody's request. */
const SECRET_HEADERS: ReadonlySet<string> = new Set([
  'authorization',
  'cookie',
  'proxy-authorization',
]);

/** Headers whose values say nothing of anybody, and whose words the API may use. */
const OPEN_HEADERS: ReadonlySet<string> = new Set(['accept', 'accept-language', 'user-agent']);

/** The least length of what people type, and of a value in a query, in characters. */
const SHORT = 4;

/** The least length of a part of a header (one of its cookies, a scheme's token), in characters. */
const PART = 16;

/**
 * The key that a call goes with, which is cut out however short it is.
 *
 * @param credential The key; undefined for none.
 */
export function keyForms(credential: string | undefined): Secret[] {
  if (credential === undefined) return [];
  return [{ text: credential, where: 'everywhere' }, ...secretForms(credential)];
}

/**
 * The secrets among parameters, at whatever depth.
 *
 * @param params The parameters, with names in camel or snake case.
 */
export function secretParams(params: unknown, name = ''): Secret[] {
  if (typeof params === 'string') return SECRET.has(name) ? secretParam(params, name) : [];
  if (Array.isArray(params)) return params.flatMap((item) => secretParams(item, name));
  if (!isWireObject(params)) return [];
  return Object.entries(params).flatMap(([key, value]) =>
    SECRET_HEADERS.has(key.toLowerCase())
      ? [value].flat().flatMap(headerForms)
      : secretParams(value, snakeKey(key)),
  );
}

function secretParam(text: string, name: string): Secret[] {
  // The password `password` would cut the parameter's name out of every error, and hide nothing.
  return SECRET.has(text) ? [] : secretForms(text, TYPED.has(name) ? SHORT : LONG);
}

/**
 * The secrets among headers: any value may be one, a gateway's key for instance.
 *
 * @param headers Names in lower case, values.
 */
export function secretHeaders(headers: readonly (readonly [string, string])[]): Secret[] {
  return headers.flatMap(([name, value]) => (OPEN_HEADERS.has(name) ? [] : headerForms(value)));
}

/** A whole value, and its parts: who echoes a header may echo one cookie of it. */
function headerForms(value: unknown): Secret[] {
  if (typeof value !== 'string') return [];
  const parts = value.split(/[;,\s]+/).map((part) => part.slice(part.indexOf('=') + 1));
  return [...secretForms(value), ...parts.flatMap((part) => secretForms(part, PART))];
}

/**
 * What a URL's query says, which may be personal data.
 *
 * @param url The URL of a request.
 */
export function queryValues(url: URL): Secret[] {
  const said = [...url.searchParams].filter(([name]) => !PAGING.has(name));
  if (said.length === 0) return [];
  const values = said.flatMap(([, value]) => secretForms(value, SHORT));
  return [{ text: url.search, where: 'everywhere' }, ...values];
}
