import type { Scenario } from '../../generate/scenario.js';

/** The token in the header: after `Bearer` and one space, or alone. */
export function bearerToken({ request }: Scenario): string {
  const [scheme = '', token] = (request.headers['authorization'] ?? '').split(' ', 2);
  if (!token) return scheme;
  return scheme === 'Bearer' ? token : '';
}
