import { types } from 'node:util';
import { ClerkConfigurationError } from '../clerk-configuration-error.js';

/** A path in the syntax of `path-to-regexp` 6.3 (`/orgs/:slug/(.*)`), or an expression for it. */
export type RoutePattern = string | RegExp;

/** One pattern, or a list of which any may match. */
export type RoutePatterns = RoutePattern | readonly RoutePattern[];

/** A pattern, and what it is called in errors: `protect[1]`. */
export interface NamedPattern {
  readonly label: string;
  readonly pattern: RoutePattern;
}

/**
 * Checks what callers give as patterns. A pattern that matches nothing protects nothing, and an
 * environment variable that is not set must not open what it was to close.
 *
 * @param patterns What was given.
 * @param name Where it was given, for the error: `protect`, `protect.except`.
 * @returns The patterns, one at least, each with what it is called in errors.
 * @throws ClerkConfigurationError that names the entry.
 */
export function listPatterns(patterns: unknown, name: string): NamedPattern[] {
  if (!Array.isArray(patterns)) return [checked(patterns, name)];
  if (patterns.length === 0) {
    throw new ClerkConfigurationError(`${name} is an empty list. Name a path, such as /admin(.*).`);
  }
  // Not `map`, which passes over holes.
  return Array.from<unknown, NamedPattern>(patterns, (entry, index) =>
    checked(entry, `${name}[${index}]`),
  );
}

function checked(entry: unknown, label: string): NamedPattern {
  if (isExpression(entry)) {
    // What `new RegExp(process.env.X)` makes where the variable is not set: it matches every path.
    if (entry.source === '(?:)') throw problem(label, 'is an empty expression');
    return { label, pattern: entry };
  }
  if (typeof entry !== 'string') throw problem(label, `is ${kindOf(entry)}`);
  if (entry.trim() === '') throw problem(label, 'is blank');
  if (!canMatch(entry)) {
    throw problem(label, `can't match any path: ${JSON.stringify(entry)}`);
  }
  return { label, pattern: entry };
}

/** By its kind and not by its class: expressions may come from another realm. */
export function isExpression(value: unknown): value is RegExp {
  return types.isRegExp(value);
}

/** Paths start with one slash and hold no spaces; other patterns would never match, and say nothing. */
function canMatch(pattern: string): boolean {
  return /^[/({\\]/.test(pattern) && pattern === pattern.trim() && !pattern.includes('//');
}

function kindOf(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  return Array.isArray(value) ? 'a list' : `of the type ${typeof value}`;
}

function problem(label: string, what: string): ClerkConfigurationError {
  return new ClerkConfigurationError(
    `${label} ${what}. Write a path that starts with a slash, such as /admin(.*), or a regular expression.`,
  );
}
