import type { OwnTable } from './own-table.js';

const FOUND_BY = {
  emailAddressQuery: 'ada@',
  phoneNumberQuery: '555',
  usernameQuery: 'ad',
  nameQuery: 'Ada',
  banned: false,
  provider: 'oauth_google',
  providerUserId: ['1', '2'],
};
const SAML = {
  domains: ['example.com'],
  forceAuthn: true,
  loginHint: { mode: 'custom_attribute', source: 'someAttribute' },
} as const;
const METADATA = { publicMetadata: { some_key: 1 }, privateMetadata: { otherKey: 2 } };

/** Calls of the vendor's methods with what the document of the API has, and the vendor's types lack. */
export const WIDER: OwnTable = {
  apiKeys: {
    list: () => [[{ subject: 'user_1', type: 'api_key', query: 'a' }]],
    create: () => [[{ name: 'n', subject: 'user_1', type: 'api_key' }]],
  },
  emailAddresses: {
    createEmailAddress: () => [
      [{ userId: 'user_1', emailAddress: 'a@example.com', notifyPrimaryEmailAddressChanged: true }],
    ],
    updateEmailAddress: () => [['idn_1', { notifyPrimaryEmailAddressChanged: false }]],
  },
  instance: {
    update: () => [[{ cookielessDev: true }]],
    updateRestrictions: () => [[{ allowlistBlocklistDisabledOnSignIn: true }]],
    updateOrganizationSettings: () => [[{ slugDisabled: true }]],
  },
  oauthApplications: {
    create: () => [
      [
        {
          name: 'n',
          callbackUrl: 'https://a.example',
          consentScreenEnabled: true,
          pkceRequired: false,
        },
      ],
    ],
    update: () => [
      [
        {
          oauthApplicationId: 'oa_1',
          name: 'n',
          callbackUrl: 'https://a.example',
          consentScreenEnabled: false,
          pkceRequired: true,
        },
      ],
    ],
  },
  organizations: {
    getOrganizationList: () => [
      [{ includeMissingMemberWithElevatedPermissions: true, userId: ['user_1', '-user_2'] }],
    ],
    createOrganization: () => [
      [{ name: 'n', createdAt: new Date(0).toISOString(), roleSetKey: 'role_set:a' }],
    ],
    getOrganization: () => [
      [{ organizationId: 'org_1', includeMissingMemberWithElevatedPermissions: true }],
    ],
    updateOrganization: () => [
      ['org_1', { createdAt: new Date(0).toISOString(), roleSetKey: 'role_set:a' }],
    ],
    createOrganizationMembership: () => [
      [{ organizationId: 'org_1', userId: 'user_1', role: 'org:admin', ...METADATA }],
    ],
    getOrganizationInvitationList: () => [
      [{ organizationId: 'org_1', emailAddress: 'a@example.com', orderBy: '-created_at' }],
    ],
    createOrganizationInvitation: () => [
      [{ organizationId: 'org_1', emailAddress: 'a@example.com', role: 'org:a', notify: false }],
    ],
    createOrganizationInvitationBulk: () => [
      ['org_1', [{ emailAddress: 'a@example.com', role: 'org:a', notify: false }]],
    ],
    getOrganizationDomainList: () => [
      [{ organizationId: 'org_1', verified: false, enrollmentMode: 'manual_invitation' }],
    ],
  },
  redirectUrls: { getRedirectUrlList: () => [[{ limit: 1, offset: 2 }]] },
  samlConnections: {
    createSamlConnection: () => [
      [{ name: 'n', provider: 'saml_okta', domain: 'example.com', ...SAML }],
    ],
    updateSamlConnection: () => [
      [
        'samlc_1',
        {
          ...SAML,
          disableAdditionalIdentifications: true,
          allowOrganizationAccountLinking: false,
          consentVerifiedDomainsDeletion: true,
        },
      ],
    ],
  },
  sessions: {
    createSession: () => [[{ userId: 'user_1', activeOrganizationId: 'org_1' }]],
  },
  users: {
    getUserList: () => [[{ ...FOUND_BY, startingAfter: 'user_1' }]],
    getCount: () => [[FOUND_BY]],
    createUser: () => [
      [
        {
          web3Wallet: ['0x1'],
          deleteSelfEnabled: true,
          skipUserRequirement: true,
          createOrganizationEnabled: false,
          createOrganizationsLimit: 3,
          bypassClientTrust: true,
        },
      ],
    ],
    updateUser: () => [['user_1', { bypassClientTrust: true }]],
    replaceUserEmailAddress: () => [
      [
        'user_1',
        {
          emailAddress: 'a@example.com',
          identificationStatus: 'verified',
          notifyPrimaryEmailAddressChanged: true,
        },
      ],
    ],
    replaceUserPhoneNumber: () => [
      ['user_1', { phoneNumber: '+15550100', identificationStatus: 'reserved' }],
    ],
  },
};
