import { ClerkRequestError } from '../../engine/errors.js';
import { ClerkBadRequestException } from '../errors/clerk-exceptions.js';

/** A broken request is the client's fault and a 400; anything else stays what it is. */
export function toHttpException(error: unknown): unknown {
  return error instanceof ClerkRequestError
    ? new ClerkBadRequestException(error.message, { cause: error })
    : error;
}
