import { ClerkRequestError } from '../../engine/errors.js';
import { ClerkBadRequestException } from '../errors/clerk-exceptions.js';

/**
 * What is passed on for whatever was thrown: a broken request is the client's fault and a 400, any
 * other error stays what it is. Never something that a framework would take for no error: functions
 * of the application can throw `undefined`, or `'route'`, which to Express says "go on".
 */
export function toHttpException(error: unknown): object {
  if (error instanceof ClerkRequestError) {
    return new ClerkBadRequestException(error.message, { cause: error });
  }
  if (typeof error === 'object' && error !== null) return error;
  return new TypeError('What was thrown while a request was authenticated is no error.', {
    cause: error,
  });
}
