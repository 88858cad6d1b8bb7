import { type CallTable, METADATA, PAGE } from './call-table.js';

type Api =
  | '__experimental_accountlessApplications'
  | 'betaFeatures'
  | 'domains'
  | 'instance'
  | 'jwks'
  | 'jwtTemplates'
  | 'proxyChecks'
  | 'redirectUrls'
  | 'webhooks';

const TEMPLATE = {
  name: 'supabase',
  claims: METADATA,
  lifetime: 60,
  allowedClockSkew: 0,
  customSigningKey: true,
  signingAlgorithm: 'HS256',
  signingKey: 'hush',
};

/** Headers of a visitor's request, as an application hands them on. */
const VISITORS_HEADERS = { Authorization: 'Bearer of_a_visitor' };

/** The instance itself. */
export const INSTANCE: CallTable<Api> = {
  __experimental_accountlessApplications: {
    createAccountlessApplication: () => [
      [],
      [{}],
      [{ source: 'nestjs' }],
      [{ requestHeaders: new Headers({ 'X-Some': 'a', 'Clerk-Other': 'b' }), source: 'nestjs' }],
    ],
    completeAccountlessApplicationOnboarding: () => [
      [],
      [{ requestHeaders: new Headers(VISITORS_HEADERS) }],
      [{ requestHeaders: new Headers({ 'X-Some': 'a' }) }],
      [{ source: 'nestjs' }],
    ],
  },
  betaFeatures: {
    changeDomain: () => [
      [{ homeUrl: 'https://app.example' }],
      [{ homeUrl: 'https://app.example', isSecondary: true }],
      [{}],
    ],
  },
  domains: {
    list: () => [[]],
    add: () => [
      [{ name: 'example.com', is_satellite: true }],
      [{ name: 'example.com', is_satellite: true, proxy_url: 'https://example.com/__clerk' }],
      [{ name: 'example.com', is_satellite: false, proxy_url: null }],
    ],
    update: () => [
      [{ domainId: 'dmn_1' }],
      [{ domainId: 'dmn_1', name: 'example.com', proxy_url: null, is_secondary: true }],
    ],
    delete: () => [['dmn_1']],
    deleteDomain: () => [['dmn_1']],
  },
  instance: {
    get: () => [[]],
    update: () => [
      [{}],
      [
        {
          testMode: true,
          hibp: false,
          enhancedEmailDeliverability: null,
          supportEmail: 'support@example.com',
          clerkJsVersion: '5',
          developmentOrigin: 'http://localhost:3000',
          allowedOrigins: ['https://a.example'],
          urlBasedSessionSyncing: true,
          preferredSignInStrategyWhenPasswordRequired: 'otp',
        },
      ],
    ],
    updateRestrictions: () => [
      [{}],
      [
        {
          allowlist: true,
          blocklist: false,
          blockEmailSubaddresses: null,
          blockDisposableEmailDomains: true,
          ignoreDotsForGmailAddresses: false,
        },
      ],
    ],
    getOrganizationSettings: () => [[]],
    updateOrganizationSettings: () => [
      [{}],
      [
        {
          enabled: true,
          maxAllowedMemberships: 0,
          adminDeleteEnabled: false,
          domainsEnabled: true,
          domainsEnrollmentModes: ['manual_invitation'],
          creatorRoleId: 'role_1',
          domainsDefaultRoleId: null,
        },
      ],
    ],
  },
  jwks: { getJwks: () => [[]] },
  jwtTemplates: {
    list: () => [[], [{}], [PAGE]],
    get: () => [['jtmp_1']],
    create: () => [[{ name: 'supabase', claims: {} }], [TEMPLATE]],
    update: () => [
      [{ templateId: 'jtmp_1', name: 'supabase', claims: {} }],
      [{ ...TEMPLATE, templateId: 'jtmp_1', lifetime: null, signingKey: null }],
    ],
    delete: () => [['jtmp_1']],
  },
  proxyChecks: { verify: () => [[{ domainId: 'dmn_1', proxyUrl: 'https://example.com/__clerk' }]] },
  redirectUrls: {
    getRedirectUrlList: () => [[]],
    getRedirectUrl: () => [['ru_1']],
    createRedirectUrl: () => [[{ url: 'my-app://callback' }]],
    deleteRedirectUrl: () => [['ru_1']],
  },
  webhooks: {
    createSvixApp: () => [[]],
    generateSvixAuthURL: () => [[]],
    deleteSvixApp: () => [[]],
  },
};
