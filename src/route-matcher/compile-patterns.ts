import { pathToRegexp } from 'path-to-regexp';
import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import { decodedLiteral, encodedLiteral } from './path-encoding.js';
import { isExpression, listPatterns } from './route-patterns.js';

/** Says whether a path is one of those that patterns name. */
export type PathTest = (path: string) => boolean;

type StringOptions = NonNullable<Parameters<typeof pathToRegexp>[2]>;

/** What patterns mean, where there is a choice. */
export interface PatternStyle {
  /** Options for patterns that are strings. */
  readonly strings: StringOptions;
  /** What a string's fixed parts may be written as in a path, beside as they are. */
  readonly spellings: readonly ((literal: string) => string)[];
  /** A string's last slash means nothing, as in Express's routes. */
  readonly loosensEnd: boolean;
  /** Flags that are tried on regular expressions, beside their own. */
  readonly moreFlags: string;
}

/** The vendor's: letters in any case, a slash at the end or none. Paths come decoded once. */
export const ROUTE_STYLE: PatternStyle = {
  strings: {},
  spellings: [decodedLiteral],
  loosensEnd: false,
  moreFlags: '',
};

/** For what is protected: in doubt a path matches. */
export const PROTECTED_STYLE: PatternStyle = {
  // A `?` or `#` that was encoded is part of a name.
  strings: { delimiter: '/' },
  spellings: [decodedLiteral, encodedLiteral],
  loosensEnd: true,
  // Express's routes ignore case, whatever the expression does; names may hold line breaks.
  moreFlags: 'is',
};

/**
 * For exceptions: in doubt a path does not match. To a router that tells `/HEALTH` or `/health/`
 * from `/health`, they are others: what `/:tenant` answers, for example.
 */
export const EXCEPTION_STYLE: PatternStyle = {
  strings: { delimiter: '/', sensitive: true, strict: true },
  spellings: [decodedLiteral, encodedLiteral],
  loosensEnd: false,
  moreFlags: '',
};

/**
 * Compiles patterns into one test.
 *
 * @param patterns What the caller gave; it is checked.
 * @param name Where it was given, for errors.
 * @param style What the patterns mean.
 * @throws ClerkConfigurationError that names the entry which is missing, blank, or can't be read.
 */
export function compilePatterns(patterns: unknown, name: string, style: PatternStyle): PathTest {
  const expressions = listPatterns(patterns, name).flatMap(({ label, pattern }) =>
    isExpression(pattern)
      ? expressionsOf(pattern, style)
      : readString(pattern, label, style).map(matchLineBreaks),
  );
  return (path) => expressions.some((expression) => matches(expression, path));
}

function matches(expression: RegExp, path: string): boolean {
  // With the flags g and y it remembers where it was, and every second request would pass.
  expression.lastIndex = 0;
  return expression.test(path);
}

/** Copies, as the caller's may be in use elsewhere. */
function expressionsOf({ source, flags }: RegExp, { moreFlags }: PatternStyle): RegExp[] {
  const all = [...new Set(flags + moreFlags)].join('');
  // Beside the original and not for it: a negative lookahead matches less where it ignores case.
  return [...new Set([flags, all])].map((some) => new RegExp(source, some));
}

function readString(pattern: string, label: string, style: PatternStyle): RegExp[] {
  const { strings, spellings, loosensEnd } = style;
  const text = loosensEnd && pattern.length > 1 ? pattern.replace(/\/$/, '') : pattern;
  try {
    const first = pathToRegexp(text, [], strings);
    const others = spellings
      .map((encode) => pathToRegexp(text, [], { ...strings, encode }))
      .filter(({ source }) => source !== first.source);
    return [first, ...others];
  } catch (cause) {
    throw new ClerkConfigurationError(
      `${label} can't be read: ${JSON.stringify(pattern)}. ` +
        'Write paths such as /admin(.*) and /orgs/:slug.',
      { cause },
    );
  }
}

/** `(.*)` means whatever follows: an encoded line break (%0A) must not end it. */
function matchLineBreaks({ source, flags }: RegExp): RegExp {
  return new RegExp(source, `${flags}s`);
}
