import type { Operation } from './data.js';
import type { Schemas } from './schema.js';

/** What methods of the vendor's client ask for, and the document of the API does not have. */
export const EXTRA_OPERATIONS: readonly Operation[] = [
  extra('POST', '/accountless_applications', 'AccountlessApplication'),
  extra('POST', '/accountless_applications/complete', 'AccountlessApplication'),
  extra('POST', '/beta_features/change_domain'),
  extra('GET', '/clients/handshake_payload', 'HandshakePayload'),
  extra('POST', '/email', 'Email'),
  extra('POST', '/email/batch', 'EmailBatch'),
  extra('GET', '/email/{email_id}', 'Email'),
  extra('POST', '/sessions/{session_id}/verify', 'Session'),
];

/** The schemas of their answers, as the vendor's types have them. */
export const EXTRA_SCHEMAS: Schemas = {
  AccountlessApplication: {
    fields: {
      object: { enum: ['accountless_application'] },
      publishable_key: 'text',
      secret_key: 'text',
      claim_url: 'text',
      api_keys_url: 'text',
    },
  },
  Email: {
    fields: {
      object: { enum: ['email'] },
      id: 'text',
      'slug?': 'text?',
      from_email_name: 'text',
      'to_email_address?': 'text',
      email_address_id: 'text?',
      'user_id?': 'text?',
      'subject?': 'text',
      'body?': 'text',
      'body_plain?': 'text?',
      'status?': 'text',
      'data?': 'free?',
      delivered_by_clerk: 'bool',
      'suppression_reason?': 'text?',
    },
  },
  EmailBatch: { fields: { data: { list: '#EmailBatchItem' } } },
  EmailBatchItem: {
    any: [
      { fields: { index: 'int', status_code: 'int', email: '#Email' } },
      {
        fields: {
          index: 'int',
          status_code: 'int',
          errors: {
            list: {
              fields: {
                code: 'text',
                message: 'text',
                'long_message?': 'text',
                'meta?': { fields: { param_name: 'text' } },
              },
            },
          },
          'retry_after_seconds?': 'int',
        },
      },
    ],
  },
  HandshakePayload: { fields: { directives: { list: 'text' } } },
};

function extra(method: string, path: string, schema?: string): Operation {
  const answer = schema === undefined ? { status: 202 } : { status: 200, schema };
  return { method, path, operationId: `${method} ${path}`, tag: '', deprecated: false, answer };
}
