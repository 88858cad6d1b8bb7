import { ClerkError } from '../clerk-error.js';
import type { ClerkApiErrorItem, ClerkApiFailureCode } from './clerk-api-error-item.js';

/** What is known about a failed call. */
export interface ClerkApiErrorDetails {
  /** The HTTP method of the request. */
  readonly method: string;
  /** The path of the request's URL, with the API's version where it has one, without a query. */
  readonly path: string;
  /** The status of the answer; absent when none came. */
  readonly status?: number;
  /** What went wrong. */
  readonly errors: readonly ClerkApiErrorItem[];
  /** What prevented an answer that says what went wrong; absent when there is one. */
  readonly failure?: ClerkApiFailureCode;
  /** Clerk's id of the request. */
  readonly clerkTraceId?: string;
  /** After how many seconds to try again. */
  readonly retryAfter?: number;
  /** The error that led to this one. */
  readonly cause?: unknown;
}

/**
 * A call to the Backend API that failed: the API answered with an error, or no usable answer came.
 * It has the shape of the vendor's error, so `isClerkAPIResponseError()` of Clerk's packages
 * recognises it. Neither the message nor a member holds the key that the call went with, a token,
 * password or code that it was about, or a value of the headers that the client was given; nor,
 * where no answer came, what the request's query said. The cause of an aborted call is the
 * signal's reason as it is.
 *
 * @example
 * ```ts
 * try {
 *   await clerk.users.getUser(userId);
 * } catch (error) {
 *   if (error instanceof ClerkApiError && error.status === 404) return undefined;
 *   if (error instanceof ClerkApiError && error.failure === 'timeout') return cached;
 *   throw error;
 * }
 * ```
 */
export class ClerkApiError extends ClerkError {
  /** The name by which the vendor's type guard knows the class. */
  static readonly kind = 'ClerkAPIResponseError';

  readonly code = 'api_response_error' as const;

  /**
   * What prevented an answer that can be used: `timeout`, `aborted`, `connection_reset`, …; the only
   * item of `errors` has the same code. Undefined when the API itself answered with an error.
   */
  readonly failure: ClerkApiFailureCode | undefined;

  /** The status of the answer; undefined when none came. */
  readonly status: number | undefined;

  /** What went wrong: the API's items, or one whose code is a `ClerkApiFailureCode`. */
  readonly errors: readonly ClerkApiErrorItem[];

  /** Clerk's id of the request, to quote to their support; empty when the answer named none. */
  readonly clerkTraceId: string;

  /** After how many seconds to try again; undefined when the answer didn't say. */
  readonly retryAfter: number | undefined;

  /** The HTTP method of the request. */
  readonly method: string;

  /** The path of the request's URL, with the API's version where it has one, without a query. */
  readonly path: string;

  /** @param details What is known about the failed call; the message is made from it. */
  constructor(details: ClerkApiErrorDetails) {
    super(describe(details), details.cause === undefined ? undefined : { cause: details.cause });
    // The vendor's name, not this class's: code written for their SDKs compares it.
    this.name = ClerkApiError.kind;
    this.failure = details.failure;
    this.status = details.status;
    this.errors = details.errors;
    this.clerkTraceId = details.clerkTraceId ?? '';
    this.retryAfter = details.retryAfter;
    this.method = details.method;
    this.path = details.path;
  }
}

function describe({ method, path, status, errors }: ClerkApiErrorDetails): string {
  const outcome = status === undefined ? 'got no answer' : `was answered ${status}`;
  const codes = cut(errors.map((item) => item.code).join(', '));
  const text = cut(errors.map((item) => item.longMessage || item.message).join(' '));
  return `${method} ${path} ${outcome}${codes && ` (${codes})`}${text && `: ${text}`}`;
}

/** How long the codes, and the texts, of a message may be together, in characters. */
const LONGEST_TEXT = 1_000;

/** A message goes into logs; the items are there in full. */
function cut(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}
