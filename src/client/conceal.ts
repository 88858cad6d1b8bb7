import { inspect } from 'node:util';
import type { Secret } from './secret.js';

/** Cuts what nobody may see out of a text. */
export type Conceal = (text: string) => string;

/**
 * Makes what keeps secrets out of errors, should the other side echo them.
 *
 * @param secrets The secrets.
 */
export function concealing(secrets: readonly Secret[]): Conceal {
  // The longest first: cutting out a part of another would leave the rest of that one.
  const ordered = secrets.toSorted((a, b) => b.text.length - a.text.length);
  return (text) => ordered.reduce(cut, text);
}

function cut(text: string, secret: Secret): string {
  if (!text.includes(secret.text)) return text;
  if (secret.where === 'everywhere') return text.replaceAll(secret.text, '[hidden]');
  const escaped = secret.text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
  // An escape sequence of a URL or of JSON ends in a letter, and is no part of a word.
  const alone = String.raw`(?<=^|\W|%[\dA-Fa-f]{2}|\\[bfnrt])${escaped}(?!\w)`;
  return text.replaceAll(new RegExp(alone, 'g'), '[hidden]');
}

/**
 * Parses JSON with the secrets cut out of every string and key. Only then: an escape sequence in
 * the text would hide one from a search.
 *
 * @throws {SyntaxError} When it is no JSON.
 */
export function parseConcealed(text: string, conceal: Conceal): unknown {
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value === 'string') return conceal(value);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [conceal(key), inner]));
  });
}

/**
 * The cause to give an error: what led to it, or nothing where a log of it would show a secret,
 * as a replaced `fetch` may quote its request.
 */
export function concealCause(cause: unknown, conceal: Conceal): unknown {
  return mentions(cause, conceal) ? undefined : cause;
}

function mentions(cause: unknown, conceal: Conceal): boolean {
  try {
    const everything = { depth: Infinity, showHidden: true, maxStringLength: Infinity };
    const shown = inspect(cause, { ...everything, maxArrayLength: Infinity });
    return conceal(shown) !== shown;
  } catch {
    // An object that can't be looked at may hold anything.
    return true;
  }
}
