import { BACKEND_API_HEADERS, backendApiUrl } from '../backend-api.js';
import type { ApiCall } from './api-call.js';
import { snakeKey, snakeize } from './casing.js';
import type { Connection } from './connection.js';

/** A request that is ready to be made. */
export interface ApiRequest {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/**
 * Turns a call into a request: the parameters of GET and DELETE become the query, those of the
 * other methods the JSON body, both with names in snake case.
 *
 * @param call What to ask.
 * @param connection Where to ask.
 * @param credential The key: goes into the `Authorization` header and nowhere else.
 */
export function toApiRequest(
  call: ApiCall,
  connection: Pick<Connection, 'apiUrl' | 'apiVersion'>,
  credential: string,
): ApiRequest {
  const { apiUrl } = connection;
  const apiVersion = call.version === 'in-path' ? connection.apiVersion : undefined;
  const url = backendApiUrl({ apiUrl, apiVersion }, call.path);
  const hasQuery = call.method === 'GET' || call.method === 'DELETE';
  appendQuery(url.searchParams, { ...call.query, ...(hasQuery && call.params) });
  return {
    url,
    method: call.method,
    headers: {
      ...BACKEND_API_HEADERS,
      Authorization: `Bearer ${credential}`,
      'Content-Type': 'application/json',
    },
    body: hasQuery ? undefined : toBody(call.params),
  };
}

/** `false` and `0` are answers to a question and are sent; what has no value is not. */
function appendQuery(query: URLSearchParams, params: ApiCall['params']): void {
  for (const [name, value] of Object.entries(params)) {
    for (const item of [value].flat()) {
      if (item !== undefined && item !== null) query.append(snakeKey(name), toText(item));
    }
  }
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function toBody(params: ApiCall['params']): string | undefined {
  const hasContent = Object.values(params).some((value) => value !== undefined);
  return hasContent ? JSON.stringify(snakeize(params)) : undefined;
}
