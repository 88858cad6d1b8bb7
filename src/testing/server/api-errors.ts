import { randomHex } from '../ids.js';
import { json } from './reply.js';
import type { Reply } from './reply.js';

/** One thing that is wrong with a call: an entry of `errors` in a Backend API error body. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  /** Default: the message. */
  readonly longMessage?: string;
  readonly meta?: Readonly<Record<string, unknown>>;
}

/** Backend API errors. Source: `ClerkErrors` in the Backend API's OpenAPI document. */
export function apiErrors(status: number, problems: readonly Problem[]): Reply {
  const errors = problems.map(({ code, message, longMessage = message, meta }) => ({
    message,
    long_message: longMessage,
    code,
    ...(meta && { meta }),
  }));
  return json(status, { errors, clerk_trace_id: randomHex(16) });
}

/** A single Backend API error. */
export function apiError(
  { status, ...problem }: Omit<Problem, 'message' | 'longMessage'> & { readonly status: number },
  message: string,
  longMessage = message,
): Reply {
  return apiErrors(status, [{ ...problem, message, longMessage }]);
}

/** 404: nothing has this id. */
export function notFound(kind: string, id: string): Reply {
  return apiError(
    { status: 404, code: 'resource_not_found' },
    `${kind} not found`,
    `The local Clerk instance has no ${kind.toLowerCase()} with id ${id}.`,
  );
}

/** A parameter is not there. */
export function missingProblem(name: string): Problem {
  return {
    code: 'form_param_missing',
    message: `${name} is missing`,
    longMessage: `${name} must be given.`,
    meta: { param_name: name },
  };
}

/** A parameter holds what it may not. */
export function invalidProblem(
  name: string,
  rule: string,
  code = 'form_param_value_invalid',
): Problem {
  return {
    code,
    message: `${name} is invalid`,
    longMessage: `${name} ${rule}.`,
    meta: { param_name: name },
  };
}

/** A parameter that the operation doesn't have. */
export function unknownProblem(name: string): Problem {
  return {
    code: 'form_param_unknown',
    message: `${name} is unknown`,
    longMessage: `${name} is not a valid parameter for this request.`,
    meta: { param_name: name },
  };
}

/** Somebody or something else has that already. */
export function takenProblem(name: string): Problem {
  return {
    code: 'form_identifier_exists',
    message: `${name} is taken`,
    longMessage: `That ${name.replaceAll('_', ' ')} is taken. Please try another.`,
    meta: { param_name: name },
  };
}

/** 422, or what the operation has instead: a parameter is not there. */
export function missingParameter(name: string, status: 400 | 422 = 422): Reply {
  return apiErrors(status, [missingProblem(name)]);
}

/** 422, or what the operation has instead: a parameter holds what it may not. */
export function invalidParameter(name: string, rule: string, status: 400 | 422 = 422): Reply {
  return apiErrors(status, [invalidProblem(name, rule)]);
}

/** 422: somebody or something else has that already. */
export function takenParameter(name: string): Reply {
  return apiErrors(422, [takenProblem(name)]);
}

/** 403: there are so many already that another would be the start of a leak. */
export function quotaExceeded(kind: string): Reply {
  return apiError(
    { status: 403, code: `${kind}_quota_exceeded` },
    `Too many: ${kind.replaceAll('_', ' ')}`,
    `The local Clerk instance is full. Delete what you no longer need.`,
  );
}

/** 501: Clerk has it, or not, but this instance hasn't. */
export function operationMissing(method: string, path: string): Reply {
  return apiError(
    { status: 501, code: 'not_implemented' },
    `The local Clerk instance doesn't have ${method} ${path}.`,
  );
}
