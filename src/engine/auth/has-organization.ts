import type { AuthorizationFacts, Question, Verdict } from './verdict.js';

/** Answers the questions about a role and a permission in the active organization. */
export function checkOrganization(
  { role, permission }: Question,
  { orgId, orgRole, orgPermissions }: AuthorizationFacts,
): Verdict {
  if (role === undefined && permission === undefined) return 'skip';
  if (!orgId) return 'fail';
  if (role !== undefined && !holdsRole(orgRole, role)) return 'fail';
  if (permission !== undefined && !holdsPermission(orgPermissions, permission)) return 'fail';
  return 'pass';
}

function holdsRole(held: unknown, asked: unknown): boolean {
  if (typeof asked !== 'string' || typeof held !== 'string' || held === '') return false;
  return withOrgPrefix(held) === withOrgPrefix(asked);
}

function holdsPermission(held: unknown, asked: unknown): boolean {
  // Only a list: `includes` of a string would find a permission inside the name of another.
  if (typeof asked !== 'string' || !Array.isArray(held)) return false;
  return held.includes(withOrgPrefix(asked));
}

/** `admin`, `org:admin` and `org:org:admin` are the same name. */
function withOrgPrefix(name: string): string {
  return name.replace(/^(?:org:)*/, 'org:');
}
