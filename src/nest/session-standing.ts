import type { Authentication } from '../engine/authentication.js';
import { AuthErrorReason } from '../engine/reasons.js';
import type { AuthenticationClient } from '../request/authentication-client.js';
import { backendFailure } from '../request/backend-failure.js';
import { ClerkUnavailableException } from './errors/clerk-exceptions.js';
import type { AuthenticatedObject } from './policy/requirement.js';

/**
 * What Clerk says at this moment of who calls: `active`, `ended` where the session is over although
 * its token is still good, or `unknown` where there is nothing to ask about.
 */
export type Standing = 'active' | 'ended' | 'unknown';

/**
 * Asks Clerk whether who calls is still good.
 *
 * @throws ClerkUnavailableException (503) when Clerk can't be asked.
 */
export async function standingOf(
  auth: AuthenticatedObject,
  authentication: Authentication,
  client: AuthenticationClient,
): Promise<Standing> {
  if (auth.tokenType !== 'session_token') return standingOfProgram(authentication);
  if (!auth.sessionId) return 'unknown';
  try {
    const session: unknown = await client.sessions.getSession(auth.sessionId);
    // The client takes the API at its word; a page of somebody else says nothing of a session.
    if (!isSession(session)) throw new TypeError('The answer is no session.');
    const isTheirs = session.status === 'active' && session.userId === auth.userId;
    return isTheirs ? 'active' : 'ended';
  } catch (error) {
    const { status, unavailable, message } = backendFailure(error);
    if (status === 404 && !unavailable) return 'ended';
    throw unavailableFor(authentication, message);
  }
}

/** A program's JWT is good until its time is up: there is nobody to ask about it. */
async function standingOfProgram(authentication: Authentication): Promise<Standing> {
  const verification = await authentication.askAgain();
  if (!verification) return 'unknown';
  if (verification.valid) return 'active';
  if (verification.unavailable) throw unavailableFor(authentication, verification.message);
  return 'ended';
}

/** What is wrong with our own connection to Clerk is for developers. */
function unavailableFor({ instance }: Authentication, message: string): ClerkUnavailableException {
  const hint = instance.instanceType === 'development' ? message : undefined;
  return new ClerkUnavailableException(AuthErrorReason.UnexpectedError, hint);
}

function isSession(value: unknown): value is { status: string; userId: unknown } {
  const isObject = typeof value === 'object' && value !== null;
  return isObject && 'status' in value && 'userId' in value && typeof value.status === 'string';
}
