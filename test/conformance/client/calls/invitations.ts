import { type CallTable, METADATA, PAGE } from './call-table.js';

type Api =
  'invitations' | 'waitlistEntries' | 'allowlistIdentifiers' | 'blocklistIdentifiers' | 'emails';

const INVITATION = {
  emailAddress: 'ada@example.com',
  expiresInDays: 3,
  ignoreExisting: true,
  notify: false,
  publicMetadata: METADATA,
  redirectUrl: 'https://app.example/?a=b',
  templateSlug: 'waitlist_invitation',
} as const;

const EMAIL = {
  to: { address: 'ada@example.com' },
  from: { address: 'support@example.com', name: 'Support' },
  subject: 'Hello',
  html: '<p>Hello</p>',
};

/** Who is asked to come, who may, and what is written to them. */
export const INVITATIONS: CallTable<Api> = {
  invitations: {
    getInvitationList: () => [
      [],
      [{}],
      [{ ...PAGE, orderBy: '-expires_at', status: 'pending', query: 'ada' }],
    ],
    createInvitation: () => [[{ emailAddress: 'ada@example.com' }], [INVITATION]],
    createInvitationBulk: () => [
      [[INVITATION, { emailAddress: 'b@example.com' }]],
      [[{ emailAddress: 'ada@example.com' }]],
      [[]],
    ],
    revokeInvitation: () => [['inv_1']],
  },
  waitlistEntries: {
    list: () => [[], [{}], [{ ...PAGE, query: 'ada', status: 'pending', orderBy: '+invited_at' }]],
    create: () => [
      [{ emailAddress: 'ada@example.com' }],
      [{ emailAddress: 'ada@example.com', notify: false }],
    ],
    createBulk: () => [
      [[{ emailAddress: 'ada@example.com', notify: true }, { emailAddress: 'b@example.com' }]],
      [[]],
    ],
    invite: () => [
      ['wle_1'],
      ['wle_1', {}],
      ['wle_1', { ignoreExisting: true }],
      ['wle_1', { ignoreExisting: false }],
    ],
    reject: () => [['wle_1']],
    delete: () => [['wle_1']],
  },
  allowlistIdentifiers: {
    getAllowlistIdentifierList: () => [[], [{}], [PAGE]],
    createAllowlistIdentifier: () => [
      [{ identifier: '*@example.com', notify: true }],
      [{ identifier: 'ada@example.com', notify: false }],
    ],
    deleteAllowlistIdentifier: () => [['alid_1']],
  },
  blocklistIdentifiers: {
    getBlocklistIdentifierList: () => [[], [{}], [PAGE]],
    createBlocklistIdentifier: () => [[{ identifier: '*@example.com' }]],
    deleteBlocklistIdentifier: () => [['blid_1']],
  },
  emails: {
    create: () => [
      [EMAIL],
      [
        {
          ...EMAIL,
          to: { userId: 'user_1' },
          replyTo: { address: 'reply@example.com', name: 'Reply To' },
          text: 'Hello',
          cc: ['c@example.com'],
          bcc: ['d@example.com'],
          headers: { 'X-Some-Header': 'a', camelCase: 'b' },
          attachments: [{ filename: 'a.txt', content: 'YQ==' }],
        },
        { idempotencyKey: 'order_123' },
      ],
      [EMAIL, {}],
      [EMAIL, { idempotencyKey: 'a key with spaces' }],
    ],
    createBatch: () => [
      [[EMAIL, { ...EMAIL, idempotencyKey: 'order_1' }]],
      [[{ ...EMAIL, replyTo: { address: 'reply@example.com' }, headers: { 'X-A': 'b' } }]],
      [[]],
    ],
    get: () => [['email_1']],
  },
};
