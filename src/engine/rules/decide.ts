import { type Outcome, signedOut } from '../outcome.js';
import { AuthErrorReason } from '../reasons.js';
import { noMachineToken, noSession, unacceptedKind } from './accepted-kinds.js';
import { bearerToken } from './bearer-token.js';
import { activeClientWithoutSession, nobody, sessionWithoutActiveClient } from './client-state.js';
import { devBrowserMissing, devBrowserSync } from './dev-browser.js';
import { handshakeReturn } from './handshake-return.js';
import { machineToken } from './machine-token.js';
import type { Case, Rule, Step } from './rule.js';
import { primaryRespondsToSync, satelliteSync } from './satellite-sync.js';
import { sessionCookie } from './session-cookie.js';

/** Which kind of token counts, and a program's token: nothing about sessions matters to these. */
const KIND_RULES: readonly Rule[] = [unacceptedKind, noMachineToken, machineToken, noSession];

/** What a session's token and cookies say. */
const SESSION_RULES: readonly Rule[] = [
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
 * Decides a request, or says what has to be known before it can be. The rules are asked in their
 * order, and the first that applies decides.
 *
 * @throws ClerkRequestError when the request is broken.
 */
export function decide(request: Case): Step {
  const byKind = firstStep(KIND_RULES, request);
  if (byKind) return byKind;
  const step = firstStep(SESSION_RULES, request);
  // No rule left a gap so far; if one ever does, the door stays shut.
  if (!step) return signedOut(AuthErrorReason.UnexpectedError);
  return 'ask' in step ? step : withDoubt(step, request);
}

function firstStep(rules: readonly Rule[], request: Case): Step | undefined {
  for (const rule of rules) {
    const step = rule(request);
    if (step) return step;
  }
  return undefined;
}

/** Whoever is not found signed in may be, if something could not be asked on the way. */
function withDoubt(outcome: Outcome, { evidence }: Case): Outcome {
  const { unavailable } = evidence;
  return outcome.status === 'signed-in' || !unavailable ? outcome : { ...outcome, unavailable };
}
