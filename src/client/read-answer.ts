import type { Answer } from './answer.js';
import { errorItems, failureItem } from './clerk-api-error-item.js';
import type { ClerkApiFailureCode } from './clerk-api-error-item.js';
import { ClerkApiError } from './clerk-api-error.js';
import type { ClerkApiErrorDetails } from './clerk-api-error.js';
import { concealCause, parseConcealed } from './conceal.js';
import type { Conceal } from './conceal.js';
import type { Departure } from './departure.js';
import { isWireObject } from './shape.js';
import { toAnswer } from './to-answer.js';

/** The part of a request that an error may show. */
export type Asked = Pick<ClerkApiErrorDetails, 'method' | 'path'>;

/**
 * Judges an answer: the resource it brings, `undefined` when it has no content, or an error.
 *
 * @param answer What came back.
 * @param asked What was asked.
 * @param conceal Cuts the call's secrets out of whatever an error shows, should the other side have
 * echoed one.
 * @param read The operation's own reader.
 * @throws {ClerkApiError} When it is an error answer or can't be understood.
 */
export function readAnswer(
  answer: Answer,
  asked: Asked,
  conceal: Conceal,
  read?: Departure['read'],
): unknown {
  const known = { ...asked, status: answer.status, ...fromHeaders(answer.headers, conceal) };
  switch (answer.body.kind) {
    case 'redirect':
      throw useless(known, 'redirected', REDIRECTED);
    case 'broken': {
      const cause = concealCause(answer.body.cause, conceal);
      throw useless(known, 'truncated_body', 'The connection ended before the body did.', cause);
    }
    case 'too-long':
      throw useless(known, 'unexpected_body', 'The body is too long for an error.');
    case 'text':
      return answer.ok
        ? readSuccess(answer.body.text, known, read)
        : raise(answer.body.text, known, conceal);
    default:
      return answer.body satisfies never;
  }
}

const REDIRECTED =
  'It was a redirect, which is not followed because the request carries a secret key. ' +
  'Check `apiUrl` (CLERK_API_URL).';

type Known = Omit<ClerkApiErrorDetails, 'errors' | 'cause'>;

function useless(
  known: Known,
  failure: ClerkApiFailureCode,
  message: string,
  cause?: unknown,
): ClerkApiError {
  return new ClerkApiError({ ...known, failure, errors: [failureItem(failure, message)], cause });
}

function readSuccess(text: string, known: Known, read: Departure['read']): unknown {
  if (known.status === 204 || (known.status === 202 && text === '')) return undefined;
  if (read === 'text') return text;
  const body = parse(text, JSON.parse, known);
  if (typeof body === 'object' && body !== null) return toAnswer(body, read);
  throw useless(known, 'unexpected_body', 'The body is JSON, but not an object.');
}

function raise(text: string, known: Known, conceal: Conceal): never {
  const body = parse(text, (json) => parseConcealed(json, conceal), known);
  throw new ClerkApiError({ ...known, ...traceId(body), errors: errorItems(body) });
}

function parse(text: string, parser: (text: string) => unknown, known: Known): unknown {
  try {
    return parser(text);
  } catch {
    // Without its cause: the parser's error quotes the body, in which a new secret may be.
    throw useless(known, 'invalid_json', 'The body is not JSON.');
  }
}

function fromHeaders(
  headers: Headers,
  conceal: Conceal,
): Pick<Known, 'clerkTraceId' | 'retryAfter'> {
  const seconds = Number.parseInt(headers.get('retry-after') ?? '', 10);
  return {
    clerkTraceId: conceal(headers.get('cf-ray') ?? ''),
    retryAfter: Number.isNaN(seconds) ? undefined : seconds,
  };
}

/** The body's own trace id is preferred to the header's. */
function traceId(body: unknown): Pick<Known, 'clerkTraceId'> {
  const id = isWireObject(body) ? body['clerk_trace_id'] : undefined;
  return typeof id === 'string' ? { clerkTraceId: id } : {};
}
