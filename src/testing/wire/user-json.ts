import type { LocalUser } from '../local-user.js';

/** A user as the Backend API sends it. Source: `User` in the Backend API's OpenAPI document. */
export function userJson(user: LocalUser): Record<string, unknown> {
  return {
    id: user.id,
    object: 'user',
    ...profile(user),
    ...identifications(user),
    ...security,
    ...activity(user),
    public_metadata: {},
    private_metadata: {},
    unsafe_metadata: {},
    delete_self_enabled: true,
    create_organization_enabled: true,
    create_organizations_limit: null,
  };
}

function profile(user: LocalUser): Record<string, unknown> {
  return {
    external_id: null,
    username: null,
    first_name: user.firstName,
    last_name: user.lastName,
    locale: null,
    image_url: initialsImage(user),
    has_image: false,
  };
}

function identifications(user: LocalUser): Record<string, unknown> {
  return {
    primary_email_address_id: user.emailAddressId,
    primary_phone_number_id: null,
    primary_web3_wallet_id: null,
    email_addresses: [emailAddressJson(user)],
    phone_numbers: [],
    web3_wallets: [],
    passkeys: [],
    external_accounts: [],
    saml_accounts: [],
    enterprise_accounts: [],
  };
}

// Source: `EmailAddress` in the Backend API's OpenAPI document.
function emailAddressJson(user: LocalUser): Record<string, unknown> {
  return {
    id: user.emailAddressId,
    object: 'email_address',
    email_address: user.emailAddress,
    reserved: false,
    verification: {
      object: 'verification_admin',
      status: 'verified',
      strategy: 'admin',
      attempts: null,
      expire_at: null,
    },
    linked_to: [],
    matches_sso_connection: false,
    created_at: user.createdAt,
    updated_at: user.createdAt,
  };
}

const security = {
  password_enabled: false,
  password_last_updated_at: null,
  two_factor_enabled: false,
  totp_enabled: false,
  backup_code_enabled: false,
  mfa_enabled_at: null,
  mfa_disabled_at: null,
  banned: false,
  locked: false,
  lockout_expires_in_seconds: null,
  verification_attempts_remaining: 100,
  bypass_client_trust: false,
  legal_accepted_at: null,
} as const;

// Constant, so that two runs of a test see the same user.
function activity(user: LocalUser): Record<string, unknown> {
  return {
    last_sign_in_at: user.createdAt,
    last_active_at: user.createdAt,
    created_at: user.createdAt,
    updated_at: user.createdAt,
  };
}

// A picture that needs no network. Clerk's own is a URL of its image service.
function initialsImage({ firstName, lastName }: LocalUser): string {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="#ddd"/>' +
    '<text x="32" y="40" font-family="sans-serif" font-size="24" text-anchor="middle">' +
    `${firstName.charAt(0)}${lastName.charAt(0)}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
