/** The vendor's reasons that no request through its public client gets, and why. */
export const UNREACHABLE: Readonly<Record<string, string>> = {
  'token-expired': 'becomes session-token-expired, together with why it was not refreshed',
  'token-not-active-yet': 'becomes session-token-nbf',
  'token-iat-in-the-future': 'becomes session-token-iat-in-the-future',
  'secret-key-invalid':
    'of a session token: when the Backend API refuses the key set, for which the vendor takes seconds; tested apart',
  'jwk-local-missing': 'a jwtKey is only looked at where there is one',
  'jwk-remote-invalid': 'is thrown nowhere',
  'jwk-remote-missing': 'is thrown nowhere',
  'jwk-failed-to-resolve': 'without a secret key the vendor throws before it needs a key',
  'session-token-expired-refresh-missing-api-client': 'a client always has one',
  'session-token-expired-refresh-missing-session-token': 'without one nothing can have expired',
  'session-token-expired-refresh-missing-refresh-token': 'is non-eligible-no-refresh-cookie before',
  'session-token-expired-refresh-null': 'an expired token on a GET with the cookie is eligible',
  'api_key: token-verification-failed': 'only a JWT is verified here, and no API key is one',
};
