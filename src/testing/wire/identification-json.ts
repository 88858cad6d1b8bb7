import type { IdentificationRecord, UserIdentifications } from '../records/user-record.js';

const VERIFIED = {
  object: 'verification_admin',
  status: 'verified',
  strategy: 'admin',
  attempts: null,
  expire_at: null,
} as const;

/** All that a user can be known by, as the Backend API sends it in a user. */
export function identificationsJson(user: UserIdentifications): Record<string, unknown> {
  return {
    primary_email_address_id: user.primaryEmailAddressId,
    primary_phone_number_id: user.primaryPhoneNumberId,
    primary_web3_wallet_id: user.primaryWeb3WalletId,
    email_addresses: user.emailAddresses.map(emailAddressJson),
    phone_numbers: user.phoneNumbers.map(phoneNumberJson),
    web3_wallets: user.web3Wallets.map(web3WalletJson),
    passkeys: [],
    external_accounts: [],
    saml_accounts: [],
    enterprise_accounts: [],
  };
}

// Source: `EmailAddress` in the Backend API's OpenAPI document.
function emailAddressJson(address: IdentificationRecord): Record<string, unknown> {
  return {
    id: address.id,
    object: 'email_address',
    email_address: address.value,
    reserved: address.isReserved,
    verification: verificationOf(address),
    linked_to: [],
    matches_sso_connection: false,
    ...times(address),
  };
}

// Source: `PhoneNumber` in the Backend API's OpenAPI document.
function phoneNumberJson(number: IdentificationRecord): Record<string, unknown> {
  return {
    id: number.id,
    object: 'phone_number',
    phone_number: number.value,
    reserved_for_second_factor: false,
    default_second_factor: false,
    reserved: number.isReserved,
    verification: verificationOf(number),
    linked_to: [],
    ...times(number),
  };
}

// Source: `Web3Wallet` in the Backend API's OpenAPI document.
function web3WalletJson(wallet: IdentificationRecord): Record<string, unknown> {
  return {
    id: wallet.id,
    object: 'web3_wallet',
    web3_wallet: wallet.value,
    verification: VERIFIED,
    ...times(wallet),
  };
}

function verificationOf({ isReserved }: IdentificationRecord): typeof VERIFIED | null {
  return isReserved ? null : VERIFIED;
}

function times({ createdAt }: IdentificationRecord): Record<string, number> {
  return { created_at: createdAt, updated_at: createdAt };
}
