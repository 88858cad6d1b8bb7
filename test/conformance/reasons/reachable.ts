const REFRESH = [
  'non-eligible-no-refresh-cookie',
  'non-eligible-non-get',
  'invalid-session-token',
  'expired-session-token-missing-sid-claim',
  // An expired token in the header beside something unreadable in the cookie.
  'expired-session-token-decode-failed',
  'fetch-error',
  'unexpected-sdk-error',
  'unexpected-bapi-error',
  // Codes of the Backend API are passed on.
  'clerk_key_invalid',
  'internal_clerk_error',
  'refresh_token_invalid',
  'too_many_requests',
].map((reason) => `session-token-expired-refresh-${reason}`);

const OF_EVERY_MACHINE = [
  'signed-in',
  'No token in header',
  'secret-key-invalid',
  'token-invalid',
  'token-type-mismatch',
  'unexpected-error',
];

/** What the vendor throws, for options and for requests; the beginnings of its sentences. */
const THROWN = [
  'Missing Clerk Secret Key',
  'Missing signInUrl',
  'Missing domain and proxyUrl',
  'The signInUrl needs to have a absolute url format',
  'The signInUrl needs to be on a different origin',
  'Machine token authentication requires',
  'Publishable key is missing',
  'Publishable key not valid',
  'Invalid pattern',
  'Invalid URL',
  'Clerk: Handshake token verification failed due to an invalid signature',
  'Clerk: Handshake token verification failed',
].map((message) => `thrown: ${message}`);

/** Every verdict that a run has to come to; that of a machine's token with its kind. */
export const REACHABLE: readonly string[] = [
  'signed-in',
  'active-organization-mismatch',
  'client-uat-but-no-session-token',
  'dev-browser-missing',
  'dev-browser-sync',
  'primary-domain-cross-origin-sync',
  'primary-responds-to-syncing',
  'satellite-needs-syncing',
  'session-token-and-uat-missing',
  'session-token-but-no-client-uat',
  'session-token-iat-before-client-uat',
  'session-token-iat-in-the-future',
  'session-token-missing',
  'session-token-nbf',
  'token-type-mismatch',
  'unexpected-error',
  'jwk-kid-mismatch',
  'jwk-remote-failed-to-load',
  'token-invalid',
  'token-invalid-algorithm',
  'token-invalid-authorized-parties',
  'token-invalid-signature',
  'token-verification-failed',
  ...REFRESH,
  ...['api_key', 'm2m_token', 'oauth_token'].flatMap((kind) =>
    OF_EVERY_MACHINE.map((verdict) => `${kind}: ${verdict}`),
  ),
  'm2m_token: token-verification-failed',
  'oauth_token: token-verification-failed',
  // A list of kinds, and a token of none of them.
  'null: token-type-mismatch',
  ...THROWN,
];
