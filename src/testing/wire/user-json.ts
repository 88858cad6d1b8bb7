import { isLocked } from '../records/user-record.js';
import type { UserRecord } from '../records/user-record.js';
import { identificationsJson } from './identification-json.js';
import { initialsImage } from './initials-image.js';

/**
 * A user as the Backend API sends it. Source: `User` in the Backend API's OpenAPI document.
 *
 * @param now Unix time in milliseconds.
 */
export function userJson(user: UserRecord, now: number): Record<string, unknown> {
  return {
    id: user.id,
    object: 'user',
    ...profile(user),
    ...identificationsJson(user),
    ...security(user),
    ...access(user, now),
    ...activity(user),
    public_metadata: user.publicMetadata,
    private_metadata: user.privateMetadata,
    unsafe_metadata: user.unsafeMetadata,
    delete_self_enabled: user.deleteSelfEnabled,
    create_organization_enabled: user.createOrganizationEnabled,
    create_organizations_limit: user.createOrganizationsLimit,
  };
}

function profile(user: UserRecord): Record<string, unknown> {
  return {
    external_id: user.externalId,
    username: user.username,
    first_name: user.firstName,
    last_name: user.lastName,
    locale: user.locale,
    image_url: initialsImage([user.firstName, user.lastName]),
    has_image: false,
  };
}

function security(user: UserRecord): Record<string, unknown> {
  return {
    password_enabled: user.password !== null,
    password_last_updated_at: user.password?.setAt ?? null,
    two_factor_enabled: user.isTotpEnabled,
    totp_enabled: user.isTotpEnabled,
    backup_code_enabled: user.areBackupCodesEnabled,
    mfa_enabled_at: null,
    mfa_disabled_at: null,
    bypass_client_trust: user.bypassClientTrust,
    legal_accepted_at: user.legalAcceptedAt,
  };
}

function access(user: UserRecord, now: number): Record<string, unknown> {
  const { lockedUntil } = user;
  const locked = isLocked(user, now);
  return {
    banned: user.isBanned,
    locked,
    lockout_expires_in_seconds:
      locked && lockedUntil !== null ? Math.ceil((lockedUntil - now) / 1000) : null,
    verification_attempts_remaining: locked ? 0 : 100,
  };
}

function activity(user: UserRecord): Record<string, unknown> {
  return {
    last_sign_in_at: user.lastSignInAt,
    last_active_at: user.lastActiveAt,
    created_at: user.createdAt,
    updated_at: user.updatedAt,
  };
}
