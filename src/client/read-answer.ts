import type { Answer } from './answer.js';
import { errorItems, failureItem } from './clerk-api-error-item.js';
import { ClerkApiError } from './clerk-api-error.js';
import type { ClerkApiErrorDetails } from './clerk-api-error.js';
import { concealCause, parseConcealed } from './conceal.js';
import type { Conceal } from './conceal.js';
import { toResource } from './resources.js';
import { isWireObject } from './shape.js';

/** The part of a request that an error may show. */
export type Asked = Pick<ClerkApiErrorDetails, 'method' | 'path'>;

/**
 * Judges an answer: the resource it brings, `undefined` when it has no content, or an error.
 *
 * @param answer What came back.
 * @param asked What was asked.
 * @param conceal Cuts the call's secrets out of whatever an error shows, should the other side have
 * echoed one.
 * @throws {ClerkApiError} When it is an error answer or can't be understood.
 */
export function readAnswer(answer: Answer, asked: Asked, conceal: Conceal): unknown {
  const known = { ...asked, status: answer.status, ...fromHeaders(answer.headers, conceal) };
  switch (answer.body.kind) {
    case 'redirect':
      throw new ClerkApiError({ ...known, errors: [failureItem('redirected', REDIRECTED)] });
    case 'broken': {
      const errors = [failureItem('truncated_body', 'The connection ended before the body did.')];
      throw new ClerkApiError({
        ...known,
        errors,
        cause: concealCause(answer.body.cause, conceal),
      });
    }
    case 'text':
      return readText(answer.body.text, answer, known, conceal);
    default:
      return answer.body satisfies never;
  }
}

const REDIRECTED =
  'It was a redirect, which is not followed because the request carries a secret key. ' +
  'Check `apiUrl` (CLERK_API_URL).';

type Known = Omit<ClerkApiErrorDetails, 'errors' | 'cause'>;

function readText(text: string, answer: Answer, known: Known, conceal: Conceal): unknown {
  const { status, ok } = answer;
  if (status === 204 || (status === 202 && text === '')) return undefined;
  if (ok) return readResource(parse(text, JSON.parse, known, conceal), known);
  const body = parse(text, (json) => parseConcealed(json, conceal), known, conceal);
  throw new ClerkApiError({ ...known, ...traceId(body), errors: errorItems(body) });
}

function readResource(body: unknown, known: Known): unknown {
  if (typeof body === 'object' && body !== null) return toResource(body);
  const errors = [failureItem('unexpected_body', 'The body is JSON, but not an object.')];
  throw new ClerkApiError({ ...known, errors });
}

function parse(
  text: string,
  parser: (text: string) => unknown,
  known: Known,
  conceal: Conceal,
): unknown {
  try {
    return parser(text);
  } catch (error) {
    const errors = [failureItem('invalid_json', 'The body is not JSON.')];
    // The parser's error quotes the body.
    const cause = conceal(text) === text ? error : undefined;
    throw new ClerkApiError({ ...known, errors, cause });
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
