import { type HeaderList, type Outcome, signedOut, type Unavailable } from '../outcome.js';
import type { AuthReason } from '../reasons.js';
import { TokenType } from '../token-type.js';
import { handshakeLocation } from './handshake-location.js';
import type { Case } from './rule.js';

/** After how many handshakes within seconds of each other another one would lead nowhere either. */
const MAX_REDIRECTS = 3;

/** What may be said of a handshake beside its reason. */
interface HandshakeDetails {
  /** A sentence about this very token or request. */
  readonly message?: string;
  /** Why Clerk could not be asked without a redirect, where that was tried. */
  readonly unavailable?: Unavailable | undefined;
  /** Where the browser goes instead of the Frontend API's handshake. */
  readonly location?: string;
}

/**
 * Sends the browser to Clerk, who alone can tell its session; the person may well be signed in
 * there. Only a page can be sent: any other request is signed out, for the same reason.
 */
export function needsHandshake(
  request: Case,
  reason: AuthReason,
  { message = '', unavailable, location }: HandshakeDetails = {},
): Outcome {
  const { facts } = request;
  if (!facts.isDocumentRequest) return signedOut(reason, { message, unavailable });
  const { redirectCount } = facts.cookies;
  // Below 0 only somebody who planted the cookie can have got it, to make the loop endless.
  const isLoop = redirectCount < 0 || redirectCount >= MAX_REDIRECTS;
  if (isLoop) return signedOut(reason, { message, redirectLoop: true });
  const headers: HeaderList = [
    ['Location', location ?? handshakeLocation(request, reason)],
    ['Cache-Control', 'no-store'],
    [
      'Set-Cookie',
      `__clerk_redirect_count=${redirectCount + 1}; SameSite=Lax; HttpOnly; Max-Age=2`,
    ],
  ];
  return { status: 'handshake', tokenType: TokenType.SessionToken, reason, message, headers };
}
