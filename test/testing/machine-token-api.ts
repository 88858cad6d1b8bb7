import type { LocalClerk } from 'clerk-nestjs/testing';
import { rawRequest } from './raw-request.js';

export const API_KEYS = '/api_keys/verify';
export const M2M_TOKENS = '/m2m_tokens/verify';
export const ACCESS_TOKENS = '/oauth_applications/access_tokens/verify';

/** The answer for a token that doesn't count. */
export const NOT_FOUND = { status: 404, json: { errors: [{ code: 'resource_not_found' }] } };

/** Asks about a token, by the instance's secret key unless another is given. */
export async function verify(
  clerk: LocalClerk,
  path: string,
  body: unknown,
  key = clerk.secretKey,
): Promise<{ status: number; json: Record<string, unknown> }> {
  const response = await rawRequest(clerk.port, {
    method: 'POST',
    path,
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const json: Record<string, unknown> = JSON.parse(response.body);
  return { status: response.status, json };
}
