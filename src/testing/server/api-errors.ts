import { randomHex } from '../ids.js';
import { json } from './reply.js';
import type { Reply } from './reply.js';

/** One entry of `errors` in a Backend API error body, without its two messages. */
interface ApiErrorDetails {
  readonly status: number;
  readonly code: string;
  readonly meta?: Readonly<Record<string, unknown>>;
}

/** A Backend API error. Source: `ClerkErrors` in the Backend API's OpenAPI document. */
export function apiError(details: ApiErrorDetails, message: string, longMessage = message): Reply {
  const { status, code, meta } = details;
  return json(status, {
    errors: [{ message, long_message: longMessage, code, ...(meta && { meta }) }],
    clerk_trace_id: randomHex(16),
  });
}

/** 404: nothing has this id. */
export function notFound(kind: 'Session' | 'User', id: string): Reply {
  return apiError(
    { status: 404, code: 'resource_not_found' },
    `${kind} not found`,
    `The local Clerk instance has no ${kind.toLowerCase()} with id ${id}.`,
  );
}

/** 422, or what the operation has instead: a parameter is not there. */
export function missingParameter(name: string, status: 400 | 422 = 422): Reply {
  return apiError(
    { status, code: 'form_param_missing', meta: { param_name: name } },
    `${name} is missing`,
    `${name} must be given.`,
  );
}

/** 422, or what the operation has instead: a parameter holds what it may not. */
export function invalidParameter(name: string, rule: string, status: 400 | 422 = 422): Reply {
  return apiError(
    { status, code: 'form_param_value_invalid', meta: { param_name: name } },
    `${name} is invalid`,
    `${name} ${rule}.`,
  );
}

/** 501: Clerk has it, or not, but this instance hasn't. */
export function operationMissing(method: string, path: string): Reply {
  return apiError(
    { status: 501, code: 'not_implemented' },
    `The local Clerk instance doesn't have ${method} ${path}.`,
  );
}
