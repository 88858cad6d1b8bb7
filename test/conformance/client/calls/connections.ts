import { type CallTable, PAGE } from './call-table.js';

type Api = 'enterpriseConnections' | 'samlConnections' | 'billing';

const CUSTOM_ATTRIBUTES = [
  { name: 'Level', key: 'level', ssoPath: 'a.b', scimPath: 'urn:c', multiValued: true },
];

const ATTRIBUTES = {
  userId: 'uid',
  emailAddress: 'mail',
  firstName: 'givenName',
  lastName: 'surname',
};

const SAML = {
  allowIdpInitiated: true,
  allowSubdomains: false,
  attributeMapping: ATTRIBUTES,
  forceAuthn: true,
  idpCertificate: 'MII',
  idpEntityId: 'urn:idp',
  idpMetadata: '<xml/>',
  idpMetadataUrl: 'https://idp.example/metadata',
  idpSsoUrl: 'https://idp.example/sso',
};

const OIDC = {
  authUrl: 'https://idp.example/auth',
  clientId: 'client',
  clientSecret: 'hush',
  discoveryUrl: 'https://idp.example/.well-known',
  requiresPkce: true,
  tokenUrl: 'https://idp.example/token',
  userInfoUrl: 'https://idp.example/me',
};

const CONNECTION = {
  name: 'Okta',
  organizationId: 'org_1',
  idpEntityId: 'urn:idp',
  idpSsoUrl: 'https://idp.example/sso',
  idpCertificate: 'MII',
  idpMetadataUrl: 'https://idp.example/metadata',
  idpMetadata: '<xml/>',
  attributeMapping: ATTRIBUTES,
};

/** Other identity providers, and what is paid. */
export const CONNECTIONS: CallTable<Api> = {
  enterpriseConnections: {
    createEnterpriseConnection: () => [
      [{ name: 'Okta', domains: ['example.com'], provider: 'saml_okta' }],
      [
        {
          name: 'Okta',
          domains: ['example.com', 'example.org'],
          provider: 'oidc_custom',
          organizationId: 'org_1',
          active: true,
          syncUserAttributes: false,
          allowOrganizationAccountLinking: true,
          customAttributes: CUSTOM_ATTRIBUTES,
          authenticatable: true,
          disableJitProvisioning: false,
          oidc: OIDC,
          saml: { ...SAML, loginHint: { mode: 'custom_attribute', source: 'someAttribute' } },
        },
      ],
    ],
    updateEnterpriseConnection: () => [
      ['entc_1', {}],
      [
        'entc_1',
        {
          name: 'Okta',
          domains: [],
          organizationId: 'org_1',
          active: false,
          syncUserAttributes: true,
          disableAdditionalIdentifications: true,
          allowOrganizationAccountLinking: false,
          customAttributes: CUSTOM_ATTRIBUTES,
          authenticatable: false,
          disableJitProvisioning: true,
          provider: 'saml_okta',
          oidc: OIDC,
          saml: { ...SAML, loginHint: { mode: 'off' } },
        },
      ],
    ],
    getEnterpriseConnectionList: () => [
      [],
      [{}],
      [{ ...PAGE, organizationId: 'org_1', active: true }],
      [{ active: false }],
    ],
    getEnterpriseConnection: () => [['entc_1']],
    deleteEnterpriseConnection: () => [['entc_1']],
  },
  samlConnections: {
    getSamlConnectionList: () => [
      [],
      [{}],
      [{ ...PAGE, query: 'a', orderBy: '-created_at', organizationId: ['+org_1', '-org_2'] }],
    ],
    createSamlConnection: () => [
      [{ name: 'Okta', provider: 'saml_okta', domain: 'example.com' }],
      [{ ...CONNECTION, provider: 'saml_google', domain: 'example.com' }],
    ],
    getSamlConnection: () => [['samlc_1']],
    updateSamlConnection: () => [
      ['samlc_1'],
      ['samlc_1', {}],
      [
        'samlc_1',
        {
          ...CONNECTION,
          provider: 'saml_okta',
          domain: 'example.com',
          active: true,
          syncUserAttributes: false,
          allowSubdomains: true,
          allowIdpInitiated: false,
        },
      ],
    ],
    deleteSamlConnection: () => [['samlc_1']],
  },
  billing: {
    getPlanList: () => [[], [{ payerType: 'org' }], [{ payerType: 'user', ...PAGE }]],
    cancelSubscriptionItem: () => [
      ['csub_1'],
      ['csub_1', {}],
      ['csub_1', { endNow: true }],
      ['csub_1', { endNow: false }],
    ],
    extendSubscriptionItemFreeTrial: () => [['csub_1', { extendTo: new Date(1_800_000_000_000) }]],
    getOrganizationBillingSubscription: () => [['org_1']],
    getUserBillingSubscription: () => [['user_1']],
  },
};
