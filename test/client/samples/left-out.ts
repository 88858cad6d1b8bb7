/** Fields that no property holds, by the kind of thing that they are in. */
type Fields = Readonly<Record<string, readonly string[]>>;

/**
 * The vendor's resource has no such property, and ours has the same as the vendor's. Where there is
 * `raw`, they are in there.
 */
const LACKED_BY_THE_VENDOR: Fields = {
  DeletedObject: ['external_id'],
  agent_task: ['task_id'],
  commerce_plan: [
    'amount',
    'amount_formatted',
    'annual_amount',
    'annual_amount_formatted',
    'annual_monthly_amount',
    'annual_monthly_amount_formatted',
    'currency',
    'currency_symbol',
    'interval',
    'payer_type',
    'period',
    'product_id',
  ],
  commerce_subscription_item: [
    'credit',
    'next_invoice',
    'payment_source',
    'payment_source_id',
    'proration_date',
  ],
  email_address: ['created_at', 'matches_sso_connection', 'reserved', 'updated_at'],
  enterprise_account: ['enterprise_connection.domains'],
  enterprise_connection: ['custom_attributes.directory_path'],
  external_account: ['avatar_url', 'created_at', 'email_address_verified', 'updated_at'],
  facebook_account: ['avatar_url', 'created_at', 'email_address_verified', 'updated_at'],
  google_account: ['avatar_url', 'created_at', 'email_address_verified', 'updated_at'],
  instance: ['workspace_id'],
  instance_restrictions: ['allowlist_blocklist_disabled_on_sign_in'],
  invitation: ['expires_at'],
  machine_scope: ['from_machine_id', 'to_machine_id'],
  machine_to_machine_token: ['last_used_at'],
  oauth_access_token: ['provider_user_id'],
  oauth_application: ['callback_url', 'public'],
  organization: [
    'last_active_at',
    'logo_url',
    'missing_member_with_elevated_permissions',
    'pending_invitations_count',
    'role_set_key',
  ],
  organization_invitation: ['inviter_id', 'public_inviter_data'],
  organization_membership: [
    'public_user_data.banned',
    'public_user_data.deprovisioned',
    'public_user_data.profile_image_url',
    'public_user_data.username',
    'role_name',
  ],
  organization_settings: ['initial_role_set_key', 'max_allowed_domains', 'max_role_sets_allowed'],
  permission: ['type'],
  phone_number: ['backup_codes', 'created_at', 'reserved', 'updated_at'],
  saml_connection: [
    'allow_organization_account_linking',
    'disable_additional_identifications',
    'domains',
    'enterprise_connection_id',
    'force_authn',
    'login_hint',
  ],
  session: ['tasks'],
  sign_up_attempt: ['external_account', 'locale'],
  user: [
    'bypass_client_trust',
    'deprovisioned',
    'lockout_expires_in_seconds',
    'mfa_disabled_at',
    'mfa_enabled_at',
    'organization_memberships',
    'passkeys',
    'password_last_updated_at',
    'profile_image_url',
    'saml_accounts',
    'scim',
    'verification_attempts_remaining',
  ],
  verification_admin: ['verified_at_client'],
  verification_email_link: ['verified_at_client'],
  verification_from_oauth: ['error', 'verified_at_client'],
  verification_google_one_tap: ['error', 'verified_at_client'],
  verification_oauth: ['error', 'verified_at_client'],
  verification_otp: ['channel', 'verified_at_client'],
  verification_saml: ['error', 'verified_at_client'],
  verification_ticket: ['verified_at_client'],
  verification_web3: ['message', 'verified_at_client'],
  web3_wallet: ['created_at', 'updated_at'],
};

/** The answer is the number itself. */
const NUMBERS: Fields = { total_count: ['total_count'] };

/** The document doesn't say what these hold; being the API's own, their names come in camel case. */
const UNDESCRIBED: Fields = { commerce_payment: ['payee', 'subscription_item'] };

/** What resources leave out of their answers. */
export const LEFT_OUT: readonly string[] = [LACKED_BY_THE_VENDOR, NUMBERS, UNDESCRIBED]
  .flatMap((each) => Object.entries(each))
  .flatMap(([kind, names]) => names.map((name) => `${kind}.${name}`))
  .toSorted();

/** Fields that have the wire's name, because the vendor hands these answers over as they come. */
export const AS_THEY_CAME: readonly string[] = [
  'SvixURL.svix_url',
  'VerifyTOTP.code_type',
  'organization_invitation.public_organization_data.has_image',
  'organization_invitation.public_organization_data.image_url',
];
