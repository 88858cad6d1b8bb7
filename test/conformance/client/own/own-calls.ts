import { PAGE, picture } from '../calls/call-table.js';
import type { OwnTable } from './own-table.js';

const ATTEMPT = { verificationId: 'ver_1', code: '424242' };
const TEMPLATE = { templateType: 'email', slug: 'verification_code' } as const;
const TEXTS = {
  subject: 'a subject',
  body: '<p>a body</p>',
  fromEmailName: 'from',
  replyToEmailName: 'reply',
};
const DOMAIN = { homeUrl: 'https://app.example', isSecondary: true };

/** Calls of what our client has and the vendor's lacks. */
export const OWN: OwnTable = {
  adminPortalLinkTokens: {
    create: () => [
      [
        {
          organizationId: 'org_1',
          itContactId: 'itc_1',
          scopes: ['a', 'b'],
          secondsUntilExpiration: 60,
        },
      ],
    ],
    revoke: () => [[{ adminPortalLinkTokenId: 'aplt_1', revocationReason: 'left' }]],
  },
  betaFeatures: {
    changeProductionInstanceDomain: () => [[DOMAIN]],
    updateProductionInstanceDomain: () => [[DOMAIN]],
    updateInstanceSettings: () => [
      [
        {
          restrictedToAllowlist: true,
          fromEmailAddress: 'from',
          progressiveSignUp: false,
          testMode: true,
        },
      ],
    ],
  },
  emailAddresses: {
    prepareVerification: () => [['idn_1']],
    attemptVerification: () => [['idn_1', ATTEMPT]],
  },
  enterpriseConnections: {
    getEnterpriseConnectionTestRunList: () => [
      ['entc_1'],
      ['entc_1', { ...PAGE, status: ['failed'] }],
    ],
    createEnterpriseConnectionTestRun: () => [['entc_1']],
  },
  instance: {
    getCommunication: () => [[]],
    updateCommunication: () => [[{ blockedCountryCodes: ['AQ'] }]],
    getProtect: () => [[]],
    updateProtect: () => [[{ rulesEnabled: true, specterEnabled: false }]],
    getOAuthApplicationSettings: () => [[]],
    updateOAuthApplicationSettings: () => [
      [
        {
          dynamicOauthClientRegistration: true,
          defaultScopes: ['profile'],
          oauthJwtAccessTokens: false,
          clientIdMetadataDocumentsAdvertised: true,
          clientIdMetadataDocumentsOnlyAllowPreRegisteredClients: true,
          clientIdMetadataDocumentsBlockImplicitlyAllowedClients: false,
        },
      ],
    ],
  },
  miscellaneous: {
    getPublicInterstitial: () => [
      [],
      [
        {
          frontendApi: 'clerk.example.com',
          publishableKey: 'pk_test_1',
          proxyUrl: 'https://example.com/__clerk',
          domain: 'example.com',
          signInUrl: 'https://example.com/sign-in',
          useDomainForScript: false,
        },
      ],
    ],
  },
  oauthApplications: {
    uploadLogo: () => [['oa_1', { file: picture(), uploaderUserId: 'user_1' }]],
  },
  organizations: {
    getPendingOrganizationInvitationList: () => [[{ organizationId: 'org_1', ...PAGE }]],
    getInstanceOrganizationInvitationList: () => [
      [],
      [{ ...PAGE, orderBy: '-created_at', status: ['pending', 'revoked'], query: 'a' }],
    ],
    getInstanceOrganizationDomainList: () => [
      [],
      [
        {
          ...PAGE,
          organizationId: 'org_1',
          verified: false,
          enrollmentMode: ['manual_invitation', '-automatic_suggestion'],
          query: 'a',
          domains: ['example.com'],
          orderBy: '-name',
        },
      ],
    ],
    verifyOrganizationDomainOwnership: () => [[{ organizationId: 'org_1', domainId: 'orgdmn_1' }]],
  },
  phoneNumbers: {
    prepareVerification: () => [['idn_1']],
    attemptVerification: () => [['idn_1', ATTEMPT]],
  },
  templates: {
    getTemplateList: () => [[{ templateType: 'sms' }], [{ templateType: 'email', ...PAGE }]],
    getTemplate: () => [[TEMPLATE]],
    upsertTemplate: () => [
      [{ ...TEMPLATE, ...TEXTS, name: 'n', markup: '<m/>', deliveredByClerk: false }],
    ],
    revertTemplate: () => [[TEMPLATE]],
    previewTemplate: () => [[{ ...TEMPLATE, ...TEXTS }]],
    toggleTemplateDelivery: () => [[{ ...TEMPLATE, deliveredByClerk: true }]],
  },
  users: {
    banUsers: () => [[{ userIds: ['user_1', 'user_2'] }]],
    unbanUsers: () => [[{ userIds: ['user_1'] }]],
    getTrustedDeviceList: () => [[{ userId: 'user_1' }]],
    revokeTrustedDevice: () => [[{ userId: 'user_1', trustedDeviceId: 'tdev_1' }]],
  },
};
