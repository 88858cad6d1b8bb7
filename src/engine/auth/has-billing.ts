import { readScopedNames } from './scoped-names.js';
import type { AuthorizationFacts, Question, Verdict } from './verdict.js';

const ORGANIZATION_SCOPES: ReadonlySet<string> = new Set(['o', 'org', 'organization']);
const USER_SCOPES: ReadonlySet<string> = new Set(['u', 'user']);

/** Answers the questions about a feature and a plan of the active organization or the user. */
export function checkBilling(
  { feature, plan }: Question,
  { features, plans }: AuthorizationFacts,
): Verdict {
  if (feature === undefined && plan === undefined) return 'skip';
  if (feature !== undefined && !holds(features, feature)) return 'fail';
  if (plan !== undefined && !holds(plans, plan)) return 'fail';
  return 'pass';
}

function holds(claim: unknown, asked: unknown): boolean {
  if (typeof asked !== 'string') return false;
  const held = readScopedNames(claim);
  if (!held) return false;
  // As the vendor's: `org:` without a name asks for one called `org`, and a third part is ignored.
  const [first = '', second] = asked.split(':');
  if (second === undefined) return held.org.includes(first) || held.user.includes(first);
  const name = second || first;
  if (ORGANIZATION_SCOPES.has(first)) return held.org.includes(name);
  if (USER_SCOPES.has(first)) return held.user.includes(name);
  return false;
}
