import { type CallTable, METADATA, PAGE, picture } from './call-table.js';

type Api = 'organizations';

const MEMBER = { organizationId: 'org_1', userId: 'user_1', role: 'org:admin' } as const;
const INVITATION = {
  emailAddress: 'ada@example.com',
  role: 'org:member',
  expiresInDays: 7,
  inviterUserId: 'user_2',
  privateMetadata: METADATA,
  publicMetadata: { deep_key: { deepKey: 1 } },
  redirectUrl: 'https://app.example',
} as const;
const BOTH_METADATA = { publicMetadata: METADATA, privateMetadata: { a_b: { cD: 1 } } };

/** Organizations, their members, invitations and domains. */
export const ORGANIZATIONS: CallTable<Api> = {
  organizations: {
    getOrganizationList: () => [
      [],
      [{}],
      [
        {
          ...PAGE,
          includeMembersCount: true,
          query: 'a',
          orderBy: '-members_count',
          organizationId: ['org_1', 'org_2'],
        },
      ],
      [{ includeMembersCount: false, organizationId: [] }],
    ],
    createOrganization: () => [
      [{ name: 'Acme' }],
      [
        {
          ...BOTH_METADATA,
          name: 'Acme',
          slug: 'acme',
          createdBy: 'user_1',
          maxAllowedMemberships: 0,
        },
      ],
    ],
    getOrganization: () => [
      [{ organizationId: 'org_1' }],
      [{ slug: 'acme' }],
      [{ organizationId: 'org_1', includeMembersCount: true }],
      [{ slug: 'acme', includeMembersCount: true }],
    ],
    updateOrganization: () => [
      ['org_1', { name: 'Acme' }],
      ['org_1', {}],
      ['org_1', { slug: 'acme', adminDeleteEnabled: false, maxAllowedMemberships: 5 }],
      ['org_1', BOTH_METADATA],
      ['org_1', { ...BOTH_METADATA, name: 'Acme' }],
    ],
    updateOrganizationLogo: () => [
      ['org_1', { file: picture(), uploaderUserId: 'user_1' }],
      ['org_1', { file: new Blob(['bytes']) }],
    ],
    deleteOrganizationLogo: () => [['org_1']],
    updateOrganizationMetadata: () => [
      ['org_1', BOTH_METADATA],
      ['org_1', { publicMetadata: { gone: null } }],
    ],
    replaceOrganizationMetadata: () => [
      ['org_1', BOTH_METADATA],
      ['org_1', { privateMetadata: {} }],
    ],
    deleteOrganization: () => [['org_1']],
    getOrganizationMembershipList: () => [
      [{ organizationId: 'org_1' }],
      [
        {
          ...PAGE,
          organizationId: 'org_1',
          orderBy: '+email_address',
          userId: ['user_1', 'user_2'],
          emailAddress: ['ada@example.com'],
          phoneNumber: ['+15550100'],
          username: ['ada'],
          web3Wallet: ['0x1'],
          role: ['org:admin', 'org:member'],
          query: 'a',
          emailAddressQuery: 'b',
          phoneNumberQuery: 'c',
          usernameQuery: 'd',
          nameQuery: 'e',
          lastActiveAtBefore: 1,
          lastActiveAtAfter: 2,
          createdAtBefore: 3,
          createdAtAfter: 4,
        },
      ],
    ],
    getInstanceOrganizationMembershipList: () => [[{}], [{ ...PAGE, orderBy: '-created_at' }]],
    createOrganizationMembership: () => [[MEMBER]],
    updateOrganizationMembership: () => [[MEMBER]],
    updateOrganizationMembershipMetadata: () => [
      [{ organizationId: 'org_1', userId: 'user_1', ...BOTH_METADATA }],
      [{ organizationId: 'org_1', userId: 'user_1' }],
    ],
    deleteOrganizationMembership: () => [[{ organizationId: 'org_1', userId: 'user_1' }]],
    getOrganizationInvitationList: () => [
      [{ organizationId: 'org_1' }],
      [{ ...PAGE, organizationId: 'org_1', status: ['pending', 'revoked'] }],
    ],
    createOrganizationInvitation: () => [
      [{ organizationId: 'org_1', emailAddress: 'ada@example.com', role: 'org:member' }],
      [{ organizationId: 'org_1', ...INVITATION }],
    ],
    createOrganizationInvitationBulk: () => [
      ['org_1', [INVITATION, { emailAddress: 'b@example.com', role: 'org:admin' }]],
      ['org_1', [{ emailAddress: 'b@example.com', role: 'org:admin' }]],
    ],
    getOrganizationInvitation: () => [[{ organizationId: 'org_1', invitationId: 'orginv_1' }]],
    revokeOrganizationInvitation: () => [
      [{ organizationId: 'org_1', invitationId: 'orginv_1' }],
      [{ organizationId: 'org_1', invitationId: 'orginv_1', requestingUserId: 'user_1' }],
    ],
    getOrganizationDomainList: () => [
      [{ organizationId: 'org_1' }],
      [{ organizationId: 'org_1', ...PAGE }],
    ],
    createOrganizationDomain: () => [
      [{ organizationId: 'org_1', name: 'example.com', enrollmentMode: 'manual_invitation' }],
      [
        {
          organizationId: 'org_1',
          name: 'example.com',
          enrollmentMode: 'automatic_suggestion',
          verified: false,
        },
      ],
    ],
    updateOrganizationDomain: () => [
      [{ organizationId: 'org_1', domainId: 'orgdmn_1' }],
      [
        {
          organizationId: 'org_1',
          domainId: 'orgdmn_1',
          name: 'example.com',
          enrollmentMode: 'automatic_invitation',
          verified: true,
        },
      ],
    ],
    deleteOrganizationDomain: () => [[{ organizationId: 'org_1', domainId: 'orgdmn_1' }]],
  },
};
