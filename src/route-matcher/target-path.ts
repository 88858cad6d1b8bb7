import { ClerkBadRequestException } from '../nest/errors/clerk-exceptions.js';

/**
 * The part of an absolute-form target before its path. Strict, as readers disagree on where other
 * authorities end: `http:///admin` is the path `/admin` to Express and the host `admin` to a `URL`.
 */
const ORIGIN =
  /^https?:\/\/(?:[\w.~-]+(?::[\w.~-]*)?@)?(?:[\w.-]+|\[[\da-f:.]+\])(?::\d*)?(?=[/?#]|$)/i;

/**
 * What two readers could disagree on: encodings, parameters behind a semicolon, backslashes, doubled
 * slashes, segments that start with a dot, a slash at the end, what no URL holds as it is.
 */
const AMBIGUOUS = /[^!-~]|[%;\\]|\/[./]|.\/$/;

/**
 * The path of a request target, as it was sent: without scheme, host and query.
 *
 * @param target What Node has in `url`: `/path?query`, an absolute URL, or `*`.
 * @throws ClerkBadRequestException for a target of another form.
 */
export function pathOfTarget(target: string): string {
  // `OPTIONS *` asks about all paths; a `URL` reads it so too.
  const rest = target === '*' ? '/*' : withoutOrigin(target);
  const end = rest.search(/[?#]/);
  return (end < 0 ? rest : rest.slice(0, end)) || '/';
}

/** Whether a path means the same to everybody. */
export function isPlainPath(path: string): boolean {
  return !AMBIGUOUS.test(path);
}

function withoutOrigin(target: string): string {
  if (target.startsWith('/')) return target;
  const origin = ORIGIN.exec(target);
  if (!origin) throw new ClerkBadRequestException('The request target is not a path or a URL.');
  return target.slice(origin[0].length);
}
