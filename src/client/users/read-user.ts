import { withHidden } from '../hidden.js';
import { given, many, orEmptyObject, orNull, shape } from '../shape.js';
import type { WireObject } from '../shape.js';
import { readEmailAddress } from './email-address.js';
import { readEnterpriseAccount } from './enterprise-account.js';
import { readExternalAccount } from './external-account.js';
import { readPhoneNumber } from './phone-number.js';
import type { User } from './user.js';
import { readWeb3Wallet } from './web3-wallet.js';

type Derived =
  'raw' | 'fullName' | 'primaryEmailAddress' | 'primaryPhoneNumber' | 'primaryWeb3Wallet';

const readFields = shape<Omit<User, Derived>>({
  id: given,
  passwordEnabled: given,
  totpEnabled: given,
  backupCodeEnabled: given,
  twoFactorEnabled: given,
  banned: given,
  locked: given,
  createdAt: given,
  updatedAt: given,
  imageUrl: given,
  hasImage: given,
  primaryEmailAddressId: given,
  primaryPhoneNumberId: given,
  primaryWeb3WalletId: given,
  lastSignInAt: given,
  externalId: given,
  username: given,
  firstName: given,
  lastName: given,
  publicMetadata: orEmptyObject,
  privateMetadata: orEmptyObject,
  unsafeMetadata: orEmptyObject,
  emailAddresses: many(readEmailAddress),
  phoneNumbers: many(readPhoneNumber),
  web3Wallets: many(readWeb3Wallet),
  externalAccounts: many(readExternalAccount),
  enterpriseAccounts: many(readEnterpriseAccount),
  lastActiveAt: given,
  createOrganizationEnabled: given,
  createOrganizationsLimit: orNull,
  deleteSelfEnabled: given,
  legalAcceptedAt: given,
  locale: given,
});

/** Reads a resource whose `object` is `user`. */
export function readUser(wire: WireObject): User {
  const user = readFields(wire);
  return withHidden(user, {
    raw: wire,
    fullName: [user.firstName, user.lastName].join(' ').trim() || null,
    primaryEmailAddress: byId(user.emailAddresses, user.primaryEmailAddressId),
    primaryPhoneNumber: byId(user.phoneNumbers, user.primaryPhoneNumberId),
    primaryWeb3Wallet: byId(user.web3Wallets, user.primaryWeb3WalletId),
  });
}

function byId<T extends { readonly id: string }>(items: readonly T[], id: string | null): T | null {
  return items.find((item) => item.id === id) ?? null;
}
