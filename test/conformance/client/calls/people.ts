import { type CallTable, METADATA, PAGE, picture } from './call-table.js';

type Api = 'users' | 'emailAddresses' | 'phoneNumbers';

const FOUND_BY = {
  emailAddress: ['ada@example.com', 'a+b@example.com'],
  phoneNumber: ['+15550100'],
  username: ['ada'],
  web3Wallet: ['0x1'],
  query: 'a & b',
  userId: ['user_1', '-user_2'],
  externalId: ['x/1'],
};
const TIMES = { legalAcceptedAt: new Date(1_700_000_000_000), createdAt: new Date(0) };
const ALL_METADATA = {
  publicMetadata: METADATA,
  privateMetadata: { deep_key: { deepKey: 1 } },
  unsafeMetadata: {},
};

/** Users and what belongs to one. */
export const PEOPLE: CallTable<Api> = {
  users: {
    getUserList: () => [
      [],
      [{}],
      [{ ...PAGE, orderBy: '-created_at' }],
      [{ limit: 0, offset: 0, query: '' }],
      [
        {
          ...PAGE,
          ...FOUND_BY,
          orderBy: '+last_sign_in_at',
          last_active_at_since: 1_700_000_000_000,
          lastActiveAtBefore: 1,
          lastActiveAtAfter: 2,
          createdAtBefore: 3,
          createdAtAfter: 4,
          lastSignInAtAfter: 5,
          lastSignInAtBefore: 6,
          organizationId: ['org_1', '-org_2'],
        },
      ],
      [{ emailAddress: [], userId: undefined }],
    ],
    getUser: () => [['user_1']],
    createUser: () => [
      [{}],
      [{ emailAddress: ['ada@example.com'], password: 'p4ssw0rd' }],
      [
        {
          ...ALL_METADATA,
          ...TIMES,
          externalId: 'x',
          emailAddress: ['ada@example.com', 'b@example.com'],
          emailAddressIdentificationStatus: ['verified', 'reserved'],
          phoneNumber: ['+15550100'],
          phoneNumberIdentificationStatus: ['verified'],
          username: 'ada',
          firstName: 'Ada',
          lastName: '',
          locale: 'en-GB',
          skipPasswordChecks: true,
          skipPasswordRequirement: false,
          skipLegalChecks: false,
          totpSecret: 'JBSWY3DPEHPK3PXP',
          backupCodes: ['1', '2'],
          banned: false,
          locked: true,
          passwordDigest: 'digest',
          passwordHasher: 'bcrypt',
        },
      ],
    ],
    updateUser: () => [
      ['user_1', { firstName: 'Ada' }],
      ['user_1'],
      ['user_1', {}],
      ['user_1', { publicMetadata: METADATA }],
      ['user_1', { ...ALL_METADATA, firstName: 'Ada' }],
      [
        'user_1',
        {
          ...TIMES,
          firstName: 'Ada',
          lastName: 'L',
          username: 'ada',
          password: 'p4ssw0rd',
          skipPasswordChecks: true,
          signOutOfOtherSessions: false,
          primaryEmailAddressID: 'idn_1',
          notifyPrimaryEmailAddressChanged: true,
          primaryPhoneNumberID: 'idn_2',
          primaryWeb3WalletID: 'idn_3',
          profileImageID: 'img_1',
          totpSecret: 'JBSWY3DPEHPK3PXP',
          backupCodes: ['1'],
          externalId: 'x',
          skipLegalChecks: true,
          locale: 'en',
          deleteSelfEnabled: true,
          createOrganizationEnabled: false,
          createOrganizationsLimit: 0,
          passwordDigest: 'digest',
          passwordHasher: 'argon2id',
        },
      ],
    ],
    replaceUserEmailAddress: () => [['user_1', { emailAddress: 'new@example.com' }]],
    replaceUserPhoneNumber: () => [['user_1', { phoneNumber: '+15550101' }]],
    updateUserProfileImage: () => [
      ['user_1', { file: picture() }],
      ['user_1', { file: new Blob(['bytes'], { type: 'image/gif' }) }],
    ],
    updateUserMetadata: () => [
      ['user_1', ALL_METADATA],
      ['user_1', {}],
      ['user_1', { publicMetadata: { gone: null } }],
    ],
    replaceUserMetadata: () => [
      ['user_1', ALL_METADATA],
      ['user_1', { unsafeMetadata: METADATA }],
    ],
    deleteUser: () => [['user_1']],
    getCount: () => [[], [{}], [FOUND_BY]],
    getUserOauthAccessToken: () => [
      ['user_1', 'oauth_google'],
      // Only the last signature of the two is known to the types; the name alone is the other.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
      ['user_1', 'github' as 'oauth_github'],
    ],
    disableUserMFA: () => [['user_1']],
    getOrganizationMembershipList: () => [[{ userId: 'user_1' }], [{ userId: 'user_1', ...PAGE }]],
    getOrganizationInvitationList: () => [
      [{ userId: 'user_1' }],
      [{ userId: 'user_1', status: 'pending', ...PAGE }],
    ],
    removePassword: () => [
      ['user_1'],
      ['user_1', {}],
      ['user_1', { signOutOfOtherSessions: true }],
      ['user_1', { signOutOfOtherSessions: false }],
    ],
    verifyPassword: () => [[{ userId: 'user_1', password: 'p4ssw0rd' }]],
    verifyTOTP: () => [[{ userId: 'user_1', code: '123456' }]],
    banUser: () => [['user_1']],
    unbanUser: () => [['user_1']],
    lockUser: () => [['user_1']],
    unlockUser: () => [['user_1']],
    deleteUserProfileImage: () => [['user_1']],
    deleteUserPasskey: () => [[{ userId: 'user_1', passkeyIdentificationId: 'idn_1' }]],
    deleteUserWeb3Wallet: () => [[{ userId: 'user_1', web3WalletIdentificationId: 'idn_1' }]],
    deleteUserExternalAccount: () => [[{ userId: 'user_1', externalAccountId: 'eac_1' }]],
    deleteUserBackupCodes: () => [['user_1']],
    deleteUserTOTP: () => [['user_1']],
    setPasswordCompromised: () => [
      ['user_1'],
      ['user_1', { revokeAllSessions: true }],
      ['user_1', { revokeAllSessions: false }],
    ],
    unsetPasswordCompromised: () => [['user_1']],
  },
  emailAddresses: {
    getEmailAddress: () => [['idn_1']],
    createEmailAddress: () => [
      [{ userId: 'user_1', emailAddress: 'ada@example.com' }],
      [{ userId: 'user_1', emailAddress: 'ada@example.com', verified: true, primary: false }],
    ],
    updateEmailAddress: () => [
      ['idn_1'],
      ['idn_1', {}],
      ['idn_1', { verified: false, primary: true }],
    ],
    deleteEmailAddress: () => [['idn_1']],
  },
  phoneNumbers: {
    getPhoneNumber: () => [['idn_1']],
    createPhoneNumber: () => [
      [{ userId: 'user_1', phoneNumber: '+15550100' }],
      [
        {
          userId: 'user_1',
          phoneNumber: '+15550100',
          verified: true,
          primary: true,
          reservedForSecondFactor: false,
        },
      ],
    ],
    updatePhoneNumber: () => [
      ['idn_1'],
      ['idn_1', {}],
      ['idn_1', { verified: true, primary: false, reservedForSecondFactor: true }],
    ],
    deletePhoneNumber: () => [['idn_1']],
  },
};
