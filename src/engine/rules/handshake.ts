import { type Outcome, signedOut } from '../outcome.js';
import type { AuthReason } from '../reasons.js';
import type { Case } from './rule.js';

/**
 * What to do with a request whose session only Clerk can tell: it may be signed in there. Until
 * the engine performs the handshake itself, such a request is signed out, with the same reason.
 */
export function needsHandshake(_request: Case, reason: AuthReason, message = ''): Outcome {
  return signedOut(reason, message);
}
