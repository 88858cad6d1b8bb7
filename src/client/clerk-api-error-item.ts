import { camelKey } from './casing.js';
import { isWireObject } from './shape.js';
import type { WireObject } from './shape.js';

/**
 * What an error item says beside its text. The named members are those that Clerk documents; the
 * API may send more, and all arrive here with their own name in camel case and their value as sent.
 */
export interface ClerkApiErrorMeta {
  /** The request parameter that is at fault, in snake case. */
  readonly paramName?: string;
  /** The session that the error is about. */
  readonly sessionId?: string;
  /** The email addresses that the error is about. */
  readonly emailAddresses?: readonly string[];
  /** The identifiers that the error is about. */
  readonly identifiers?: readonly string[];
  /** Clerk's id of the failed request, when it is given for one item. */
  readonly traceId?: string;
  readonly [name: string]: unknown;
}

/** One thing that went wrong with a call. */
export interface ClerkApiErrorItem {
  /** A stable name: the API's (`resource_not_found`), or a {@link ClerkApiFailureCode}. */
  readonly code: string;
  /** A short sentence. */
  readonly message: string;
  /** A longer sentence, where there is one. */
  readonly longMessage?: string;
  /** What the error is about. */
  readonly meta: ClerkApiErrorMeta;
}

/**
 * The codes of failures that are not an answer of the API:
 * `connection_failed` (refused, unknown host), `connection_reset` (it ended before an answer began),
 * `timeout`, `aborted` (by the call's signal), `truncated_body` (the connection ended before the
 * body did), `invalid_json`, `unexpected_body` (JSON, but no
 * resource; or an error of more than 1 MB, which is not read) and
 * `redirected` (the answer was a redirect, which is never followed).
 */
export type ClerkApiFailureCode =
  | 'connection_failed'
  | 'connection_reset'
  | 'timeout'
  | 'aborted'
  | 'truncated_body'
  | 'invalid_json'
  | 'unexpected_body'
  | 'redirected';

/** The item for a failure that is not an answer of the API. */
export function failureItem(code: ClerkApiFailureCode, message: string): ClerkApiErrorItem {
  return { code, message, meta: {} };
}

/**
 * The items of an error answer; an empty list when the body holds none.
 *
 * @param body The parsed body of an answer outside 2xx.
 */
export function errorItems(body: unknown): readonly ClerkApiErrorItem[] {
  if (!isWireObject(body) || !Array.isArray(body['errors'])) return [];
  return body['errors'].filter(isWireObject).map(errorItem);
}

function errorItem(wire: WireObject): ClerkApiErrorItem {
  const meta = isWireObject(wire['meta']) ? wire['meta'] : {};
  return {
    code: text(wire['code']) ?? '',
    message: text(wire['message']) ?? '',
    longMessage: text(wire['long_message']),
    // One level only: what a member holds (a plan, a password's score) is documented in snake case.
    meta: Object.fromEntries(Object.entries(meta).map(([key, value]) => [camelKey(key), value])),
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
