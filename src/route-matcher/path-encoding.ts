import { ClerkBadRequestException } from '../nest/errors/clerk-exceptions.js';

/**
 * Decodes a path once, as routers do: `%2F`, `%3F` and `%23` stay, as they are no delimiters.
 *
 * @throws ClerkBadRequestException where the encoding is broken (`/%zz`).
 */
export function decodePath(path: string): string {
  try {
    return decodeURI(path);
  } catch (cause) {
    throw new ClerkBadRequestException('The path is not encoded as a URL has it.', { cause });
  }
}

/** Decodes once but for `%25`, as find-my-way does. Takes a path that {@link decodePath} can decode. */
export function decodeKeepingPercent(path: string): string {
  return decodeURI(path.replaceAll('%25', '%2525'));
}

/** Decodes whatever is encoded properly, and leaves the rest. */
export function decodeLeniently(path: string): string {
  return path.replace(/(?:%[\da-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run.replace(/%[0-7][\da-f]/gi, decodeURIComponent);
    }
  });
}

/** A pattern's fixed part as it is when decoded: the paths are, and `/my%20files` means them. */
export function decodedLiteral(literal: string): string {
  try {
    return decodeURI(literal);
  } catch {
    return literal;
  }
}

/** A pattern's fixed part as clients send it; what is encoded already stays. */
export function encodedLiteral(literal: string): string {
  return encodeURI(literal).replaceAll('%25', '%');
}
