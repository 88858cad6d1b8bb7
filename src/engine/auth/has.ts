import type { CheckAuthorizationFromSessionClaims } from './authorization-question.js';
import { checkBilling } from './has-billing.js';
import { checkOrganization } from './has-organization.js';
import { checkReverification } from './has-reverification.js';
import { allPass, type AuthorizationFacts, type Question } from './verdict.js';

/**
 * Makes the `has()` of a session: true if everything asked is so, and something was asked. What is
 * not understood is not so; it never throws.
 *
 * The reverification ages are those of the token, which is at most a minute old where Clerk's
 * default lifetime of session tokens stands.
 */
export function createHas(facts: AuthorizationFacts): CheckAuthorizationFromSessionClaims {
  return (asked) => {
    if (!facts.userId) return false;
    // Untyped callers ask nothing at all; destructuring null would throw.
    const question: Question = asked ?? {};
    return allPass([
      checkOrganization(question, facts),
      checkBilling(question, facts),
      checkReverification(question, facts),
    ]);
  };
}
