import { type Outcome, signedOut } from '../outcome.js';
import { AuthErrorReason } from '../reasons.js';
import { noMachineToken, unacceptedKind } from './accepted-kinds.js';
import { bearerToken } from './bearer-token.js';
import { activeClientWithoutSession, nobody, sessionWithoutActiveClient } from './client-state.js';
import { devBrowserMissing, devBrowserSync } from './dev-browser.js';
import { handshakeReturn } from './handshake-return.js';
import { machineToken } from './machine-token.js';
import type { Case, Rule, Step } from './rule.js';
import { primaryRespondsToSync, satelliteSync } from './satellite-sync.js';
import { sessionCookie } from './session-cookie.js';

/** The rules in their order; the first that applies decides. */
const RULES: readonly Rule[] = [
  unacceptedKind,
  noMachineToken,
  machineToken,
  bearerToken,
  handshakeReturn,
  satelliteSync,
  primaryRespondsToSync,
  devBrowserSync,
  devBrowserMissing,
  nobody,
  sessionWithoutActiveClient,
  activeClientWithoutSession,
  sessionCookie,
];

/**
 * Decides a request, or says what has to be known before it can be.
 *
 * @throws ClerkRequestError when the request is broken.
 */
export function decide(request: Case): Step {
  for (const rule of RULES) {
    const step = rule(request);
    if (step) return 'ask' in step ? step : withDoubt(step, request);
  }
  // No rule left a gap so far; if one ever does, the door stays shut.
  return signedOut(AuthErrorReason.UnexpectedError);
}

/** Whoever is not found signed in may be, if something could not be asked on the way. */
function withDoubt(outcome: Outcome, { evidence }: Case): Outcome {
  const { unavailable } = evidence;
  return outcome.status === 'signed-in' || !unavailable ? outcome : { ...outcome, unavailable };
}
