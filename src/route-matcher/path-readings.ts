import type { PathTest } from './compile-patterns.js';
import { decodeKeepingPercent, decodeLeniently, decodePath } from './path-encoding.js';
import {
  collapseSlashes,
  cutAtSemicolon,
  dropHost,
  dropLastSlash,
  dropMatrixParameters,
  replaceCompatible,
  resolveDots,
  turnBackslashes,
} from './path-normalization.js';
import { isPlainPath } from './target-path.js';

/** One thing that a server may do to a path, or not; more than one for ways of doing it. */
type Step = readonly ((path: string) => string)[];

/** In the order in which servers do it; before decoding as URLs do, and after it as file servers do. */
const STEPS: readonly Step[] = [
  [cutAtSemicolon],
  [dropHost],
  [turnBackslashes],
  [resolveDots],
  [decodePath, decodeKeepingPercent, decodeLeniently, decodeTwice],
  [replaceCompatible],
  [turnBackslashes],
  [dropMatrixParameters],
  [collapseSlashes],
  [resolveDots],
  [collapseSlashes],
  [dropLastSlash],
];

/** Honest paths have up to a dozen readings; more cost the attacker nothing, and us a pass each. */
const MOST_READINGS = 64;

/** The same for long paths, in characters of all readings: what some milliseconds suffice for. */
const MOST_CHARACTERS = 2 ** 17;

/**
 * Whether a test holds for any of the paths that a server may take this one for: raw and decoded,
 * with dot segments and without, and so on. True also for a path that is made to have so many
 * readings that nobody could mean one of them.
 *
 * @param path A path as it was sent, without its query.
 * @param test Says yes to what is to be refused.
 * @throws ClerkBadRequestException where the encoding is broken.
 */
export function someReading(path: string, test: PathTest): boolean {
  if (isPlainPath(path)) return test(path);
  const readings = readingsOf(path);
  return readings === undefined || [...readings].some(test);
}

/**
 * All paths that a server may take this one for, which is the first; nothing where they are too many.
 *
 * @throws ClerkBadRequestException where the encoding is broken.
 */
export function readingsOf(path: string): ReadonlySet<string> | undefined {
  const readings = new Set([path]);
  for (const step of STEPS) {
    const found = [...readings].flatMap((reading) => step.map((read) => read(reading)));
    for (const reading of found) readings.add(reading);
    const { size } = readings;
    if (size > MOST_READINGS || size * path.length > MOST_CHARACTERS) return undefined;
  }
  return readings;
}

/** What a middleware below a prefix may see on Fastify: middie decodes for it, and so does it. */
function decodeTwice(path: string): string {
  return decodeLeniently(decodeLeniently(path));
}
