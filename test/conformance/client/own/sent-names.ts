import type { RequestSeen } from '../compare/request-seen.js';
import type { Operation } from '../samples/data.js';
import { documented } from '../samples/operation-of.js';

/** What no argument is for. */
const NOT_OFFERED: ReadonlySet<string> = new Set([
  // Older names of other parameters.
  'GetPublicInterstitial frontendApi',
  'verifyOAuthAccessToken secret',
  // The vendor's signature has no room for them; a user has few of these tokens.
  'GetOAuthAccessToken limit',
  'GetOAuthAccessToken offset',
]);

/** Sent by the client itself where it is needed. */
const PAGINATED = 'paginated';

/** The outermost names of a body: of an object, of each item of a list, or of the parts of a form. */
export function namesInBody(body: unknown): readonly string[] {
  if (Array.isArray(body)) {
    // A form's part says its name.
    return body.flatMap((part: object) =>
      'name' in part ? [String(part.name)] : Object.keys(part),
    );
  }
  return typeof body === 'object' && body !== null ? Object.keys(body) : [];
}

/** What the document has for the operations that were asked for, and no request sent: `UpdateUser locale`. */
export function unsentNames(requests: readonly RequestSeen[]): readonly string[] {
  const sent = new Map<Operation, Set<string>>();
  for (const request of requests) {
    const operation = documented(request);
    if (!operation) continue;
    const names = sent.get(operation) ?? new Set();
    for (const [name] of request.query) names.add(name);
    for (const name of namesInBody(request.body)) names.add(name);
    sent.set(operation, names);
  }
  return [...sent].flatMap(([{ operationId, query = [], body = [] }, names]) =>
    [...query, ...body]
      .filter((name) => !names.has(name) && name !== PAGINATED)
      .map((name) => `${operationId} ${name}`)
      .filter((name) => !NOT_OFFERED.has(name)),
  );
}
