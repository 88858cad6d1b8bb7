import type { Case, Step } from './rule.js';
import { sessionToken } from './session-token.js';

/** A token in the `Authorization` header decides alone; the cookies are not looked at. */
export function bearerToken(request: Case): Step | undefined {
  const { bearer } = request.facts;
  return bearer && sessionToken(request, bearer);
}
