import { checkSessionKind } from '../claims/token-kind.js';
import type { Token } from '../facts/decoded-token.js';
import { signedOut } from '../outcome.js';
import { AuthErrorReason } from '../reasons.js';
import { needsHandshake } from './handshake.js';
import { crossOriginSync } from './cross-origin-sync.js';
import { organizationSync } from './organization-sync.js';
import type { Case, Step } from './rule.js';
import { sessionToken } from './session-token.js';

/** The session cookie, once the rules before this one have found it worth looking at. */
export function sessionCookie(request: Case): Step | undefined {
  const { session, clientUat } = request.facts.cookies;
  if (!session) return undefined;
  const step = sessionStep(request, session, clientUat);
  // Who has just come back from Clerk with fresh cookies need not be asked about again.
  if ('ask' in step || step.status !== 'signed-in' || step.token !== session) return step;
  return crossOriginSync(request) ?? organizationSync(request, session) ?? step;
}

function sessionStep(request: Case, session: Token, clientUat: number): Step {
  return (
    wrongKind(session) ?? outdated(request, session, clientUat) ?? sessionToken(request, session)
  );
}

/** Verification refuses these too; asked here, they are not sent to Clerk for a handshake first. */
function wrongKind(session: Token): Step | undefined {
  const failure = session.kind === 'jwt' ? checkSessionKind(session) : undefined;
  return failure && signedOut(failure.reason, { message: failure.message });
}

/** A token from before the client last changed, for instance before its user signed out. */
function outdated(request: Case, session: Token, clientUat: number): Step | undefined {
  const iat = session.kind === 'jwt' ? session.claims['iat'] : undefined;
  if (typeof iat !== 'number' || iat >= clientUat) return undefined;
  return needsHandshake(request, AuthErrorReason.SessionTokenIATBeforeClientUAT);
}
