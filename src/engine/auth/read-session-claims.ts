import type { SessionProperties } from './auth-object.js';
import type { JwtPayload } from './jwt-payload.js';
import { readOrganizationPermissions } from './organization-permissions.js';
import type { ReadPermissions } from './permissions-of.js';

type Session = Omit<SessionProperties, 'sessionClaims'>;

type Organization = Pick<SessionProperties, 'orgId' | 'orgRole' | 'orgSlug' | 'orgPermissions'>;

/**
 * Reads the facts of a session from the claims of its verified token, of version 1 or 2.
 *
 * Values pass as the token states them, with the vendor's choice of undefined and null; a claim of
 * a wrong type stays one, so `has()` checks types again. It never throws: permissions that can't be
 * decoded are no permissions.
 *
 * @param permissions Reads the permissions of a version 2 token.
 */
export function readSessionClaims(
  claims: JwtPayload,
  permissions: ReadPermissions = readOrganizationPermissions,
): Session {
  const organization = readOrganization(claims, permissions);
  // Written out: to spread one object into another takes longer than all the reading.
  return {
    sessionId: claims.sid,
    sessionStatus: claims.sts ?? null,
    actor: claims.act,
    userId: claims.sub,
    orgId: organization.orgId,
    orgRole: organization.orgRole,
    orgSlug: organization.orgSlug,
    orgPermissions: organization.orgPermissions,
    factorVerificationAge: claims.fva ?? null,
  };
}

/** Only one version's claims are read, so that a custom claim named `o` or `org_id` says nothing. */
function readOrganization(claims: JwtPayload, permissions: ReadPermissions): Organization {
  if (claims.v !== 2) {
    return {
      orgId: claims.org_id,
      orgRole: claims.org_role,
      orgSlug: claims.org_slug,
      orgPermissions: claims.org_permissions,
    };
  }
  const organization = claims.o;
  if (!organization) {
    return { orgId: undefined, orgRole: undefined, orgSlug: undefined, orgPermissions: undefined };
  }
  return {
    orgId: organization.id,
    orgRole: readRole(organization.rol),
    orgSlug: organization.slg,
    orgPermissions: permissions({
      features: claims.fea,
      permissions: organization.per,
      bitmaps: organization.fpm,
    }),
  };
}

/** Objects are no role: turning one into text can throw, and a list would pass for its only item. */
function readRole(role: unknown): string | undefined {
  if (typeof role === 'string' || typeof role === 'number' || typeof role === 'boolean') {
    return role ? `org:${role}` : undefined;
  }
  return undefined;
}
