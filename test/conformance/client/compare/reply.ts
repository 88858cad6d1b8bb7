/** An answer of the Backend API. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, a text as a page; nothing for undefined. */
  readonly body: unknown;
}

/** An error answer as the API gives it. */
export const ERROR_REPLIES: Readonly<Record<string, Reply>> = {
  '404': {
    status: 404,
    headers: { 'CF-Ray': 'ray_of_the_edge' },
    body: { errors: [{ code: 'resource_not_found', message: 'Not found', long_message: 'Gone.' }] },
  },
  '422 with two errors': {
    status: 422,
    headers: { 'CF-Ray': 'ray_of_the_edge' },
    body: {
      errors: [
        {
          code: 'form_param_format_invalid',
          message: 'is invalid',
          long_message: 'Email address is invalid.',
          meta: { param_name: 'email_address', email_addresses: ['a'], session_id: 's' },
        },
        { code: 'form_data_missing', message: 'is missing', meta: { param_name: 'name' } },
      ],
      clerk_trace_id: 'trace_of_the_body',
    },
  },
  '429 with Retry-After': {
    status: 429,
    headers: { 'Retry-After': '30' },
    body: { errors: [{ code: 'too_many_requests', message: 'Too many requests' }] },
  },
  '500 without errors': { status: 500, body: { clerk_trace_id: 'trace_of_the_body' } },
  '500 with a page': { status: 500, body: '<h1>Internal Server Error</h1>' },
};
