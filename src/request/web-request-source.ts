import type { RequestSource } from '../engine/facts/request-source.js';

/** What the engine reads of a web `Request`. */
export function webRequestSource(request: Request): RequestSource {
  const url = new URL(request.url);
  const { headers } = request;
  return {
    method: request.method,
    // Whole: a path that starts with two slashes would read as a host.
    target: request.url,
    origin: url.origin,
    encrypted: url.protocol === 'https:',
    header: (name) => headers.get(name) ?? undefined,
    headers: () => Object.fromEntries([...headers].map(([name, value]) => [name, [value]])),
  };
}
