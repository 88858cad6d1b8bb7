import type { WebhookEventData } from 'clerk-nestjs/webhooks';

/** The names that a type insists on. */
type RequiredOf<Data> = {
  [Name in keyof Data]-?: object extends Pick<Data, Name> ? never : Name;
}[keyof Data];

/** The events that an embedded instance makes. */
export type LocalEventType = Extract<
  keyof WebhookEventData,
  | `user.${string}`
  | `organization.${string}`
  | `organizationMembership.${string}`
  | 'organizationInvitation.created'
  | 'organizationInvitation.revoked'
  | `role.${string}`
  | `permission.${string}`
  | 'session.created'
  | 'session.ended'
  | 'session.revoked'
>;

type Kind = 'string' | 'number' | 'boolean' | 'object' | 'list';

/** What the types of an event's data insist on; the compiler asks for each, and for no other. */
type Members<Type extends LocalEventType> = Readonly<
  Record<RequiredOf<WebhookEventData[Type]>, Kind | `${Kind}?`>
>;

const deleted: Members<'role.deleted'> = { object: 'string', deleted: 'boolean' };

const user: Members<'user.created'> = {
  id: 'string',
  object: 'string',
  external_id: 'string?',
  primary_email_address_id: 'string?',
  primary_phone_number_id: 'string?',
  primary_web3_wallet_id: 'string?',
  username: 'string?',
  first_name: 'string?',
  last_name: 'string?',
  has_image: 'boolean',
  public_metadata: 'object',
  email_addresses: 'list',
  phone_numbers: 'list',
  web3_wallets: 'list',
  passkeys: 'list',
  password_enabled: 'boolean',
  two_factor_enabled: 'boolean',
  totp_enabled: 'boolean',
  backup_code_enabled: 'boolean',
  mfa_enabled_at: 'number?',
  mfa_disabled_at: 'number?',
  external_accounts: 'list',
  saml_accounts: 'list',
  enterprise_accounts: 'list',
  last_sign_in_at: 'number?',
  banned: 'boolean',
  locked: 'boolean',
  lockout_expires_in_seconds: 'number?',
  verification_attempts_remaining: 'number?',
  updated_at: 'number',
  created_at: 'number',
  delete_self_enabled: 'boolean',
  create_organization_enabled: 'boolean',
  last_active_at: 'number?',
  legal_accepted_at: 'number?',
};

const organization: Members<'organization.created'> = {
  object: 'string',
  id: 'string',
  name: 'string',
  slug: 'string',
  has_image: 'boolean',
  max_allowed_memberships: 'number',
  admin_delete_enabled: 'boolean',
  public_metadata: 'object',
  created_at: 'number',
  updated_at: 'number',
};

const membership: Members<'organizationMembership.created'> = {
  id: 'string',
  object: 'string',
  role: 'string',
  permissions: 'list',
  public_metadata: 'object',
  organization: 'object',
  created_at: 'number',
  updated_at: 'number',
};

const invitation: Members<'organizationInvitation.created'> = {
  object: 'string',
  id: 'string',
  email_address: 'string',
  role: 'string',
  role_name: 'string',
  inviter_id: 'string?',
  public_inviter_data: 'object?',
  public_metadata: 'object',
  url: 'string?',
  expires_at: 'number?',
  created_at: 'number',
  updated_at: 'number',
};

const permission: Members<'permission.created'> = {
  object: 'string',
  id: 'string',
  name: 'string',
  key: 'string',
  description: 'string',
  type: 'string',
  created_at: 'number',
  updated_at: 'number',
};

const role: Members<'role.created'> = {
  object: 'string',
  id: 'string',
  name: 'string',
  key: 'string',
  description: 'string?',
  is_creator_eligible: 'boolean',
  permissions: 'list',
  created_at: 'number',
  updated_at: 'number',
};

const session: Members<'session.created'> = {
  object: 'string',
  id: 'string',
  user_id: 'string',
  client_id: 'string',
  status: 'string',
  last_active_at: 'number',
  expire_at: 'number',
  abandon_at: 'number',
  updated_at: 'number',
  created_at: 'number',
  user: 'object?',
};

/** By the name of the event. */
export const REQUIRED_MEMBERS: { readonly [Type in LocalEventType]: Members<Type> } = {
  'user.created': user,
  'user.updated': user,
  'user.deleted': deleted,
  'organization.created': organization,
  'organization.updated': organization,
  'organization.deleted': deleted,
  'organizationMembership.created': membership,
  'organizationMembership.updated': membership,
  'organizationMembership.deleted': membership,
  'organizationInvitation.created': invitation,
  'organizationInvitation.revoked': invitation,
  'role.created': role,
  'role.updated': role,
  'role.deleted': deleted,
  'permission.created': permission,
  'permission.updated': permission,
  'permission.deleted': deleted,
  'session.created': session,
  'session.ended': session,
  'session.revoked': session,
};

/** What of an event's data is not as the types say: the names of members. */
export function wrongMembers(type: string, data: object): string[] {
  const members = new Map(Object.entries(REQUIRED_MEMBERS)).get(type);
  if (!members) return [`${type} is no event of an embedded instance`];
  const given = new Map<string, unknown>(Object.entries(data));
  return Object.entries(members)
    .filter(([name, kind]) => !fits(given.get(name), kind))
    .map(([name]) => name);
}

function fits(value: unknown, kind: string): boolean {
  if (value === null) return kind.endsWith('?');
  const wanted = kind.replace('?', '');
  if (wanted === 'list') return Array.isArray(value);
  return typeof value === wanted && !Array.isArray(value);
}
