import { InvalidIdError } from './invalid-id-error.js';

/**
 * Encodes an id as one segment of a path, so that it can't reach another operation.
 *
 * @param parameter The argument's name, for the error.
 * @param value What the caller gave.
 * @throws {InvalidIdError} When it is not a string, is blank, or is `.` or `..`: encoding leaves
 * dots alone, and a URL then drops the segment, or the one before it.
 */
export function pathSegment(parameter: string, value: unknown): string {
  if (typeof value !== 'string' || value.trim() === '' || value === '.' || value === '..') {
    throw new InvalidIdError(parameter);
  }
  try {
    // A colon may stand in a path, and ids have one that the API compares as it came (`role_set:default`).
    return encodeURIComponent(value).replaceAll('%3A', ':');
  } catch {
    // Half of a surrogate pair has no encoding.
    throw new InvalidIdError(parameter);
  }
}
