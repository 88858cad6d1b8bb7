import { isDeepStrictEqual } from 'node:util';
import { camelKey } from '../../../src/client/casing.js';
import { isWireObject } from '../../../src/client/shape.js';

/** What a resource has made of the fields of its answer; fields by the kind of thing they are in: `user.locale`. */
export interface Fate {
  /** Those that it doesn't have, or has with another value. */
  readonly lost: readonly string[];
  /** Those that it has only under the name that the answer has. */
  readonly asTheyCame: readonly string[];
  /** Those that hold an application's own keys, and have come through as they were. */
  readonly untouched: readonly string[];
}

const NOTHING: Fate = { lost: [], asTheyCame: [], untouched: [] };

/** A property's name where no rule makes it from the wire's: the vendor's. */
const SPECIAL_NAMES: Readonly<Record<string, string>> = {
  external_verification_redirect_url: 'externalVerificationRedirectURL',
};

/**
 * Looks for every field of an answer in the resource that was read from it, at every depth: it has
 * to be there in camel case, with its value.
 *
 * @param sample The answer.
 * @param resource What was read from it.
 * @param kind What the answer is, where it doesn't say so itself.
 */
export function fateOf(sample: unknown, resource: unknown, kind: string): Fate {
  if (Array.isArray(sample)) {
    const items: readonly unknown[] = Array.isArray(resource) ? resource : [];
    return together(sample.map((item, place) => fateOf(item, items[place], kind)));
  }
  if (!isWireObject(sample)) return isSame(sample, resource) ? NOTHING : lostAt(kind);
  if (isApplications(sample)) {
    return isDeepStrictEqual(sample, resource) ? { ...NOTHING, untouched: [kind] } : lostAt(kind);
  }
  const owner = kindOf(sample['object']) ?? kind;
  const names = Object.keys(sample).filter((name) => name !== 'object');
  return together(names.map((name) => fateOfField(name, sample[name], resource, owner)));
}

function fateOfField(name: string, value: unknown, resource: unknown, owner: string): Fate {
  const place = `${owner}.${name}`;
  if (typeof resource !== 'object' || resource === null) return lostAt(place);
  const camel = SPECIAL_NAMES[name] ?? camelKey(name);
  const found = [camel, name].find((each) => Object.hasOwn(resource, each));
  if (found === undefined) return lostAt(place);
  const held: unknown = Reflect.get(resource, found);
  const inner = fateOf(value, held, place);
  return found === camel ? inner : together([inner, { ...NOTHING, asTheyCame: [place] }]);
}

/** What a sample has in place of metadata, claims and maps: keys in both kinds of case. */
function isApplications(sample: object): boolean {
  return 'some_key' in sample && 'otherKey' in sample;
}

/** The kind that a resource says it is; a sample's text where the document doesn't say which are possible is none. */
function kindOf(object: unknown): string | undefined {
  return typeof object === 'string' && !object.includes(' ') ? object : undefined;
}

function isSame(sample: unknown, value: unknown): boolean {
  return value instanceof URL ? value.href === sample : value === sample;
}

function lostAt(place: string): Fate {
  return { ...NOTHING, lost: [place] };
}

/** The fate of several things in one, each field once. */
export function together(fates: readonly Fate[]): Fate {
  return {
    lost: unique(fates.flatMap(({ lost }) => lost)),
    asTheyCame: unique(fates.flatMap(({ asTheyCame }) => asTheyCame)),
    untouched: unique(fates.flatMap(({ untouched }) => untouched)),
  };
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)].toSorted();
}
