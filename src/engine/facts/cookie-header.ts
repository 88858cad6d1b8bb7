const SPACE = 0x20;
const TAB = 0x09;
const UNDERSCORE = 0x5f;

/**
 * Reads the cookies of a `Cookie` header whose names start with two underscores, as all of Clerk's do.
 * A browser sends those of every other library along, which nobody here wants to know of.
 *
 * They are read as the package `cookie` reads them: of a name that comes twice the first counts, what is
 * percent-encoded is decoded if it can be, and what has no `=` is no cookie.
 */
export function readClerkCookies(header: string): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  let start = 0;
  while (start < header.length) {
    const semicolon = header.indexOf(';', start);
    const end = semicolon < 0 ? header.length : semicolon;
    const equals = header.indexOf('=', start);
    if (equals < 0) break;
    if (equals > end) {
      // On at once to where it belongs: to look for it from each piece would take the square of the time.
      start = header.lastIndexOf(';', equals - 1) + 1;
      continue;
    }
    const first = skipBlanks(header, start);
    if (header.charCodeAt(first) === UNDERSCORE && header.charCodeAt(first + 1) === UNDERSCORE) {
      const name = trimEnd(header, first, equals);
      if (!cookies.has(name)) cookies.set(name, decode(valueBetween(header, equals + 1, end)));
    }
    start = end + 1;
  }
  return cookies;
}

function valueBetween(header: string, start: number, end: number): string {
  const first = skipBlanks(header, start);
  return first >= end ? '' : trimEnd(header, first, end);
}

function skipBlanks(header: string, start: number): number {
  let at = start;
  while (isBlank(header.charCodeAt(at))) at++;
  return at;
}

function trimEnd(header: string, start: number, end: number): string {
  let last = end;
  while (last > start && isBlank(header.charCodeAt(last - 1))) last--;
  return header.slice(start, last);
}

function isBlank(character: number): boolean {
  return character === SPACE || character === TAB;
}

function decode(value: string): string {
  if (!value.includes('%')) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    // Not encoded after all: it is taken as it came.
    return value;
  }
}
