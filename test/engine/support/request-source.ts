import type { RequestSource } from '../../../src/engine/facts/request-source.js';

/** The parts of a request that a test cares about. */
export interface RequestParts {
  readonly method?: string;
  readonly target?: string;
  readonly encrypted?: boolean;
  /** By lower-case name. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** A request as the engine reads it, without any server. */
export function requestSource({
  method = 'GET',
  target = '/',
  encrypted = false,
  headers = {},
}: RequestParts = {}): RequestSource {
  return {
    method,
    target,
    encrypted,
    header: (name) => headers[name],
    headers: () =>
      Object.fromEntries(
        Object.entries(headers).flatMap(([name, value]) => (value ? [[name, [value]]] : [])),
      ),
  };
}

/** A `Cookie` header; cookies of `undefined` are left out, values are sent as they are. */
export function cookieHeader(cookies: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(cookies)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))
    .join('; ');
}
