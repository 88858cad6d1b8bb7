import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import { ClerkBadRequestException } from '../nest/errors/clerk-exceptions.js';
import { compilePatterns, EXCEPTION_STYLE, PROTECTED_STYLE } from './compile-patterns.js';
import type { PathTest } from './compile-patterns.js';
import { someReading } from './path-readings.js';
import { isExpression, type RoutePatterns } from './route-patterns.js';
import { pathOfTarget } from './target-path.js';

/** Which paths are protected: those named, or all but those named. */
export type ProtectionRule = RoutePatterns | { readonly except: RoutePatterns };

/**
 * Says which requests a rule protects, before any router has seen them. It fails closed: a target
 * that servers read in more than one way is protected if any reading is.
 *
 * Patterns that name what is protected match in any case, with or without a slash at the end.
 * Exceptions are exact, as a router may take `/HEALTH` or `/health/` for something else than
 * `/health`: write `/health{/}?` for both. Regular expressions see the path without its query.
 *
 * @param rule Patterns, or `{ except: patterns }`.
 * @returns A function of the raw request target, as Node has it in `url`, or Express in
 * `originalUrl`. It throws ClerkBadRequestException for a target that is malformed.
 * @throws ClerkConfigurationError for a rule that can't be read, or that names nothing.
 */
export function protectedPaths(rule: ProtectionRule): (target: string) => boolean {
  const isProtected = readRule(rule);
  return (target) => {
    // Only visible characters can be in a target; some readers pass over others, or trim them.
    if (/[^!-~]/.test(target)) {
      throw new ClerkBadRequestException('The request target holds characters that no URL has.');
    }
    return someReading(pathOfTarget(target), isProtected);
  };
}

function readRule(rule: ProtectionRule): PathTest {
  if (!isExceptionRule(rule)) return compilePatterns(rule, 'protect', PROTECTED_STYLE);
  const isExempt = compilePatterns(rule.except, 'protect.except', EXCEPTION_STYLE);
  return (path) => !isExempt(path);
}

function isExceptionRule(rule: ProtectionRule): rule is { readonly except: RoutePatterns } {
  if (typeof rule !== 'object' || rule === null || Array.isArray(rule) || isExpression(rule)) {
    return false;
  }
  // A misspelt key must not read as a rule that names nothing.
  if (Object.keys(rule).join() === 'except') return true;
  throw new ClerkConfigurationError(
    'protect is an object other than { except: patterns }. Give patterns, or all but some: ' +
      "protect: { except: ['/', '/health'] }.",
  );
}
