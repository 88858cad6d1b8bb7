import type { Scenario } from '../generate/scenario.js';

/** Whether the request brings the nonce of a handshake. */
export function hasNonce({ request }: Scenario): boolean {
  const text = `${request.target} ${request.headers['cookie'] ?? ''}`;
  return /__clerk_handshake_nonce=[^&;\s]/.test(text);
}
