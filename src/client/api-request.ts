import { BACKEND_API_HEADERS, backendApiUrl } from '../backend-api.js';
import type { ApiCall, Params } from './api-call.js';
import { snakeKey } from './casing.js';
import type { Connection } from './connection.js';
import { extraHeaders } from './extra-headers.js';
import { toForm, toJson } from './request-body.js';
import { isWireObject } from './shape.js';

/** A request that is ready to be made. */
export interface ApiRequest {
  readonly url: URL;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | FormData | undefined;
}

/**
 * Turns a call into a request: the parameters of GET and DELETE become the query, those of the
 * other methods the JSON body, both with names in snake case, unless the operation departs from
 * that.
 *
 * @param call What to ask.
 * @param connection Where to ask.
 * @param credential The key: goes into the `Authorization` header and nowhere else.
 */
export function toApiRequest(
  call: ApiCall,
  connection: Pick<Connection, 'apiUrl' | 'apiVersion' | 'headers'>,
  credential: string | undefined,
): ApiRequest {
  const { apiUrl } = connection;
  const apiVersion = call.version === 'in-path' ? connection.apiVersion : undefined;
  const url = backendApiUrl({ apiUrl, apiVersion }, call.path);
  const { query, body } = split(call);
  appendQuery(url.searchParams, { ...call.query, ...query });
  return { url, method: call.method, headers: toHeaders(call, connection, credential, body), body };
}

type Parts = { readonly query?: Params; readonly body: ApiRequest['body'] };

function split({ method, params, departure = {} }: ApiCall): Parts {
  const usual = method === 'GET' || method === 'DELETE' ? 'query' : 'body';
  const place = isWireObject(params) ? (departure.params ?? usual) : 'body';
  if (!isWireObject(params)) return { body: toJson(params, departure) };
  if (place === 'query') return { query: params, body: undefined };
  const names = departure.inQuery ?? [];
  const entries = Object.entries(params);
  const query = Object.fromEntries(entries.filter(([name]) => names.includes(name)));
  const rest = Object.fromEntries(entries.filter(([name]) => !names.includes(name)));
  return { query, body: place === 'form' ? toForm(rest) : toJson(rest, departure) };
}

/** `false` and `0` are answers to a question and are sent; what has no value is not. */
function appendQuery(query: URLSearchParams, params: Params): void {
  const fixed = new Set(query.keys());
  for (const [name, value] of Object.entries(params)) {
    if (fixed.has(snakeKey(name))) continue;
    for (const item of [value].flat()) {
      if (item !== undefined && item !== null) query.append(snakeKey(name), toText(item));
    }
  }
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The later ones win, so that nobody can put another key in the place of the client's. */
function toHeaders(
  call: ApiCall,
  connection: Pick<Connection, 'headers'>,
  credential: string | undefined,
  body: ApiRequest['body'],
): Headers {
  const headers = new Headers(BACKEND_API_HEADERS);
  const extra = [...connection.headers, ...extraHeaders(call.headers)];
  for (const [name, value] of extra) headers.set(name, value);
  if (credential !== undefined) headers.set('Authorization', `Bearer ${credential}`);
  // A form's own type, which names its boundary, is added by fetch.
  if (!(body instanceof FormData)) headers.set('Content-Type', 'application/json');
  return headers;
}
