import type { UserAttributes } from '../../records/user-record.js';
import { emailAddresses, flag, integer, matching, metadata, text, texts, time } from '../field.js';
import type { Given } from '../with-body.js';
import { passwordFields } from './passwords.js';

const attributeFields = {
  external_id: text,
  first_name: text,
  last_name: text,
  locale: text,
  // Blank to take it away.
  username: matching(
    /^(?:[\w.-]{1,64})?$/,
    'may have letters, digits, underscores, dots and dashes only, at most 64',
  ),
  totp_secret: text,
  backup_codes: texts,
  delete_self_enabled: flag,
  create_organization_enabled: flag,
  create_organizations_limit: integer(0),
  legal_accepted_at: time,
  skip_legal_checks: flag,
  created_at: time,
  bypass_client_trust: flag,
};

/** The parameters of `CreateUser`. */
export const newUserFields = {
  ...attributeFields,
  ...passwordFields,
  email_address: emailAddresses,
  email_address_identification_status: texts,
  phone_number: texts,
  phone_number_identification_status: texts,
  web3_wallet: texts,
  public_metadata: metadata,
  private_metadata: metadata,
  unsafe_metadata: metadata,
  skip_password_requirement: flag,
  skip_user_requirement: flag,
  banned: flag,
  locked: flag,
};

/** The parameters of `UpdateUser`. */
export const userChangeFields = {
  ...attributeFields,
  ...passwordFields,
  primary_email_address_id: text,
  notify_primary_email_address_changed: flag,
  primary_phone_number_id: text,
  primary_web3_wallet_id: text,
  profile_image_id: text,
  sign_out_of_other_sessions: flag,
};

/** What the parameters say about a user. */
export function attributesOf(given: Given<typeof attributeFields>): Partial<UserAttributes> {
  return present({
    externalId: blankToNull(given.external_id),
    firstName: given.first_name,
    lastName: given.last_name,
    locale: given.locale,
    username: blankToNull(given.username),
    createOrganizationsLimit: given.create_organizations_limit,
    legalAcceptedAt: given.legal_accepted_at,
    isTotpEnabled: given.totp_secret ? true : undefined,
    areBackupCodesEnabled: given.backup_codes ? given.backup_codes.length > 0 : undefined,
    deleteSelfEnabled: given.delete_self_enabled ?? undefined,
    createOrganizationEnabled: given.create_organization_enabled ?? undefined,
    bypassClientTrust: given.bypass_client_trust ?? undefined,
    createdAt: given.created_at ?? undefined,
  });
}

function blankToNull(value: string | null | undefined): string | null | undefined {
  return value === '' ? null : value;
}

// What isn't given stays as it is; spread over a record, an `undefined` would wipe it out.
function present<Values extends object>(values: Values): Partial<Values> {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- some of the same entries
  return Object.fromEntries(given) as Partial<Values>;
}
