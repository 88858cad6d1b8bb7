import { isPlainObject } from '../plain-object.js';

/**
 * Wire names whose values belong to the application or to another specification, so that their
 * keys are data: renaming `{ favorite_color }` in somebody's metadata would change what they saved.
 */
const UNTOUCHED: ReadonlySet<string> = new Set([
  'public_metadata',
  'private_metadata',
  'unsafe_metadata',
  'claims',
  'actor',
  'attribute_mapping',
  'mappings',
  'request_headers',
]);

/**
 * The wire's name of a property: `primaryEmailAddressId` becomes `primary_email_address_id`, and
 * `externalVerificationRedirectURL` becomes `external_verification_redirect_url`.
 *
 * @param name A property's name, in camel case or already in snake case.
 */
export function snakeKey(name: string): string {
  const words = name.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '_');
  return words.toLowerCase();
}

/**
 * The property's name of a wire name: `param_name` becomes `paramName`.
 *
 * @param name A name in snake case or already in camel case.
 */
export function camelKey(name: string): string {
  return name.replace(/(?<=[^_])_+([a-zA-Z0-9])/g, (_match, next: string) => next.toUpperCase());
}

/**
 * A copy of a JSON value with its keys in camel case at every depth, except below the names whose
 * values are somebody else's (metadata, claims, an actor).
 */
export function camelize(value: unknown): unknown {
  return renameKeys(value, camelKey);
}

/**
 * A copy of a JSON value with its keys in snake case at every depth, except below the names whose
 * values are somebody else's (metadata, claims, an actor).
 */
export function snakeize(value: unknown): unknown {
  return renameKeys(value, snakeKey);
}

function renameKeys(value: unknown, rename: (key: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => renameKeys(item, rename));
  if (!isPlainObject(value)) return value;
  const renamed = Object.entries(value).map(([key, inner]) => [
    rename(key),
    UNTOUCHED.has(snakeKey(key)) ? inner : renameKeys(inner, rename),
  ]);
  // fromEntries defines properties instead of assigning them, so a key `__proto__` stays a key.
  return Object.fromEntries(renamed);
}
