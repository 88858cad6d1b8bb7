import { PAGE } from '../calls/call-table.js';
import type { OwnTable } from './own-table.js';

const CREDIT = {
  amount: 500,
  action: 'increase',
  currency: 'USD',
  idempotencyKey: 'key_1',
  note: 'a note',
} as const;
const DIRECTORY = { name: 'Okta', provider: 'okta', enterpriseConnectionId: 'entc_1' };
const DIRECTORY_CHANGES = {
  name: 'Okta',
  enabled: true,
  provider: 'okta',
  attributeMapping: { 'urn:someKey': 'first_name', other_key: null },
  groupRoleMappingEnabled: true,
};

/** Calls of what our client has for billing and directories, and the vendor's lacks. */
export const OWN_BILLING: OwnTable = {
  directories: {
    list: () => [[], [PAGE]],
    create: () => [
      [
        {
          ...DIRECTORY,
          groupRoleMappings: [
            {
              directoryGroupId: 'g_1',
              roleId: 'role_1',
              directoryGroupDisplayName: 'G',
              precedence: 3,
            },
          ],
        },
      ],
    ],
    get: () => [['dir_1']],
    update: () => [[{ directoryId: 'dir_1', ...DIRECTORY_CHANGES }]],
    delete: () => [['dir_1']],
    rotateApiKey: () => [['dir_1']],
    listGroupRoleMappings: () => [['dir_1']],
    createGroupRoleMapping: () => [
      [{ directoryId: 'dir_1', directoryGroupId: 'g_1', roleId: 'role_1', precedence: 2 }],
      [{ directoryId: 'dir_1', scimGroupId: 'g_2', roleId: 'role_1' }],
    ],
    replaceGroupRoleMappings: () => [
      [{ directoryId: 'dir_1', mappings: [{ directoryGroupId: 'g_1', roleId: 'role_1' }] }],
    ],
    deleteGroupRoleMapping: () => [['dir_1', 'map_1']],
  },
  scimDirectories: {
    list: () => [[], [PAGE]],
    create: () => [
      [
        {
          ...DIRECTORY,
          groupRoleMappings: [
            { scimGroupId: 'g_1', roleId: 'role_1', scimGroupDisplayName: 'G', precedence: 3 },
          ],
        },
      ],
    ],
    get: () => [['scim_1']],
    update: () => [[{ scimDirectoryId: 'scim_1', ...DIRECTORY_CHANGES }]],
    delete: () => [['scim_1']],
    rotateApiKey: () => [['scim_1']],
    listGroupRoleMappings: () => [['scim_1']],
    createGroupRoleMapping: () => [
      [{ scimDirectoryId: 'scim_1', scimGroupId: 'g_1', roleId: 'role_1', precedence: 2 }],
    ],
    replaceGroupRoleMappings: () => [
      [{ scimDirectoryId: 'scim_1', mappings: [{ scimGroupId: 'g_1', roleId: 'role_1' }] }],
    ],
    deleteGroupRoleMapping: () => [['scim_1', 'map_1']],
  },
  billing: {
    getSubscriptionItemList: () => [
      [],
      [
        {
          ...PAGE,
          status: 'past_due',
          payerType: 'org',
          planId: 'cplan_1',
          includeFree: false,
          query: 'a',
        },
      ],
    ],
    createPriceTransition: () => [['csub_1', { fromPriceId: 'price_1', toPriceId: 'price_2' }]],
    applySubscriptionItemDiscount: () => [['csub_1', { discountId: 'disc_1' }]],
    removeSubscriptionItemDiscount: () => [['csub_1', 'disc_1']],
    getOrganizationBillingCreditBalance: () => [['org_1']],
    getUserBillingCreditBalance: () => [['user_1']],
    adjustOrganizationBillingCreditBalance: () => [['org_1', CREDIT]],
    adjustUserBillingCreditBalance: () => [['user_1', CREDIT]],
    getPriceList: () => [[], [{ ...PAGE, planId: 'cplan_1' }]],
    createPrice: () => [
      [
        {
          planId: 'cplan_1',
          currency: 'USD',
          amount: 900,
          annualMonthlyAmount: 800,
          description: 'd',
          supportedBillingPeriods: 'both',
        },
      ],
    ],
    getStatementList: () => [[], [PAGE]],
    getStatement: () => [['stmt_1']],
    getStatementPaymentAttemptList: () => [['stmt_1'], ['stmt_1', PAGE]],
  },
};
