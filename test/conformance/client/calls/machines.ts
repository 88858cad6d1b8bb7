import { type CallTable, METADATA, PAGE } from './call-table.js';
import { MACHINE_JWTS } from './machine-jwts.js';

type Api = 'apiKeys' | 'm2m' | 'machines' | 'idPOAuthAccessToken' | 'oauthApplications';

/** Programs, and what they show. */
export const MACHINES: CallTable<Api> = {
  apiKeys: {
    list: () => [
      [{ subject: 'user_1' }],
      [{ subject: 'user_1', includeInvalid: true, ...PAGE }],
      [{ subject: 'user_1', includeInvalid: false }],
    ],
    create: () => [
      [{ name: 'key', subject: 'user_1' }],
      [
        {
          name: 'key',
          subject: 'user_1',
          description: 'd',
          claims: METADATA,
          scopes: ['a:b', 'c'],
          createdBy: 'user_2',
          secondsUntilExpiration: 60,
        },
      ],
      [{ name: 'key', subject: 'user_1', claims: null, description: null, createdBy: null }],
    ],
    get: () => [['ak_1']],
    update: () => [
      [{ apiKeyId: 'ak_1', subject: 'user_1' }],
      [
        {
          apiKeyId: 'ak_1',
          subject: 'user_1',
          description: '',
          claims: METADATA,
          scopes: [],
          secondsUntilExpiration: null,
        },
      ],
    ],
    delete: () => [['ak_1']],
    revoke: () => [
      [{ apiKeyId: 'ak_1' }],
      [{ apiKeyId: 'ak_1', revocationReason: 'left' }],
      [{ apiKeyId: 'ak_1', revocationReason: null }],
    ],
    getSecret: () => [['ak_1']],
    verify: () => [['ak_secret']],
  },
  m2m: {
    list: () => [
      [{ subject: 'mch_1' }],
      [{ subject: 'mch_1', machineSecretKey: 'ak_own', revoked: true, expired: true, ...PAGE }],
      [{ subject: 'mch_1', revoked: false, expired: false }],
    ],
    createToken: () => [
      [],
      [{}],
      [{ machineSecretKey: 'ak_own' }],
      [
        {
          secondsUntilExpiration: 60,
          claims: METADATA,
          minRemainingTtlSeconds: 0,
          tokenFormat: 'opaque',
        },
      ],
      [{ secondsUntilExpiration: null, claims: null, tokenFormat: 'jwt' }],
    ],
    revokeToken: () => [
      [{ m2mTokenId: 'mt_1' }],
      [{ m2mTokenId: 'mt_1', revocationReason: 'leaked', machineSecretKey: 'ak_own' }],
      [{ m2mTokenId: 'mt_1', revocationReason: null }],
    ],
    verify: () => [
      [{ token: 'mt_secret' }],
      [{ token: 'mt_secret', machineSecretKey: 'ak_own' }],
      ...MACHINE_JWTS.map((token) => [{ token }] as const),
    ],
  },
  machines: {
    get: () => [['mch_1']],
    list: () => [[], [{}], [{ ...PAGE, orderBy: '-created_at', query: 'a' }]],
    create: () => [
      [{ name: 'worker' }],
      [{ name: 'worker', scopedMachines: ['mch_1', 'mch_2'], defaultTokenTtl: 60 }],
    ],
    update: () => [
      [{ machineId: 'mch_1' }],
      [{ machineId: 'mch_1', name: 'worker', defaultTokenTtl: 0 }],
    ],
    delete: () => [['mch_1']],
    getSecretKey: () => [['mch_1']],
    rotateSecretKey: () => [[{ machineId: 'mch_1', previousTokenTtl: 0 }]],
    createScope: () => [['mch_1', 'mch_2']],
    deleteScope: () => [['mch_1', 'mch_2']],
  },
  idPOAuthAccessToken: {
    verify: () => [
      ['oat_1'],
      ['oat_1', {}],
      ['oat_1', { audience: 'https://other.example' }],
      ['oat_1', { audience: ['https://other.example', 'b'] }],
    ],
  },
  oauthApplications: {
    list: () => [[], [{}], [{ ...PAGE, nameQuery: 'a', orderBy: '+name' }]],
    get: () => [['oa_1']],
    create: () => [
      [{ name: 'App' }],
      [{ name: 'App', redirectUris: ['https://a.example'], scopes: 'profile email', public: true }],
      [{ name: 'App', redirectUris: null, scopes: null, public: null }],
    ],
    update: () => [
      [{ oauthApplicationId: 'oa_1', name: 'App' }],
      [
        {
          oauthApplicationId: 'oa_1',
          name: 'App',
          redirectUris: ['https://a.example'],
          scopes: 'profile',
          public: false,
        },
      ],
    ],
    delete: () => [['oa_1']],
    rotateSecret: () => [['oa_1']],
    revokeToken: () => [[{ oauthApplicationId: 'oa_1', token: 'oat_secret' }]],
  },
};
