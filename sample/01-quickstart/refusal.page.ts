import type { ClerkUnavailableException } from 'clerk-nestjs';
import { AuthErrorReason, ClerkError, ClerkForbiddenException } from 'clerk-nestjs';
import { ClerkUnauthorizedException } from 'clerk-nestjs';
import { html } from './html.ts';
import { page } from './page.ts';

/** Why there is no page, or none for this user. */
export type Refusal =
  ClerkUnauthorizedException | ClerkForbiddenException | ClerkUnavailableException | ClerkError;

/** The page in the place of the one that was refused, and what to do about it. */
export function refusalPage(refusal: Refusal): string {
  return page({
    ...explain(refusal),
    content: html`<p><a href="/dashboard">Open your dashboard</a></p>`,
  });
}

function explain(refusal: Refusal): { heading: string; introduction: string } {
  if (refusal instanceof ClerkForbiddenException) {
    const introduction = `${refusal.message} It takes a permission that your role doesn't have.`;
    return { heading: 'Not for you', introduction };
  }
  if (refusal instanceof ClerkError) {
    const introduction =
      'Clerk could not be asked about you. The log says why; often the keys in CLERK_* are not ' +
      'those of the instance that is running.';
    return { heading: 'No answer from Clerk', introduction };
  }
  if (refusal instanceof ClerkUnauthorizedException) {
    const introduction = isExpired(refusal)
      ? 'Your session needs to be renewed first, as it was idle for over a minute. ' +
        'Open your dashboard, which does that, and try again.'
      : refusal.message;
    return { heading: 'Not signed in', introduction };
  }
  return { heading: 'No answer from Clerk', introduction: refusal.message };
}

// A page would be sent to Clerk and back; a form can't be, as its content would be lost.
function isExpired({ reason }: ClerkUnauthorizedException): boolean {
  return !!reason?.startsWith(AuthErrorReason.SessionTokenExpired);
}
