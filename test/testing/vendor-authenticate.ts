import { createClerkClient } from '@clerk/backend';
import type { LocalClerk } from 'clerk-nestjs/testing';

type TokenType = 'api_key' | 'm2m_token' | 'oauth_token';

interface Settings {
  readonly secretKey?: string;
  readonly machineSecretKey?: string;
  readonly jwtKey?: string;
  readonly audience?: string;
}

/** What the vendor's `authenticateRequest()` makes of a token. */
export async function authenticate(
  clerk: LocalClerk,
  token: string,
  acceptsToken: TokenType,
  settings: Settings = {},
) {
  const { apiUrl, publishableKey, secretKey } = clerk.options;
  const options = { secretKey, publishableKey, apiUrl, ...settings };
  const vendor = createClerkClient({ ...options, telemetry: { disabled: true } });
  const headers = { Authorization: `Bearer ${token}` };
  const request = new Request('http://localhost:3000/articles', { headers });
  const { audience } = settings;
  const state = await vendor.authenticateRequest(request, { acceptsToken, audience });
  return { reason: state.reason, auth: state.toAuth() };
}
