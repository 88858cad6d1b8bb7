import { noOrganizations, type OrganizationTarget } from '../organization-matcher.js';
import type { DecodedToken } from '../facts/decoded-token.js';
import { AuthErrorReason } from '../reasons.js';
import { readSessionClaims, sessionClaimsOf } from '../auth/index.js';
import { needsHandshake } from './handshake.js';
import type { Case, Step } from './rule.js';

/**
 * A page whose URL asks for another organization than the session's active one: Clerk is asked to
 * activate it. Where that can't be done, because there is no such organization or the user is no
 * member, the browser comes back with the one it had, and the page has to deal with it.
 */
export function organizationSync(request: Case, token: DecodedToken): Step | undefined {
  if (request.policy.organizations === noOrganizations) return undefined;
  const target = request.policy.organizations(request.facts.url.pathname);
  if (!target) return undefined;
  const session = readSessionClaims(sessionClaimsOf(token));
  // A session that still has tasks to do counts as signed out, and has nothing to activate.
  if (session.sessionStatus === 'pending' || !session.userId) return undefined;
  if (isActive(target, session)) return undefined;
  const step = needsHandshake(request, AuthErrorReason.ActiveOrganizationMismatch);
  return step.status === 'handshake' ? step : undefined;
}

function isActive(
  target: OrganizationTarget,
  { orgId, orgSlug }: ReturnType<typeof readSessionClaims>,
): boolean {
  if (target.type === 'personal-account') return !orgId;
  return target.value === (target.by === 'id' ? orgId : orgSlug);
}
