import { randomBase62 } from '../../ids.js';
import { statusOf } from '../../records/invitation-record.js';
import { apiError } from '../api-errors.js';
import { emailAddress, flag, integer, required, text } from '../field.js';
import type { Reply } from '../reply.js';
import type { Call } from '../route.js';
import type { Invited } from './invitation-filters.js';

const DAY_IN_MS = 86_400_000;
// Clerk's default.
const EXPIRES_IN_DAYS = 30;
const TICKET_LENGTH = 43;

/** How many invitations a call in bulk may make. */
export const MAX_INVITATIONS_AT_ONCE = 10;

/** The parameters that both kinds of invitation have. */
export const invitedFields = {
  email_address: required(emailAddress),
  redirect_url: text,
  expires_in_days: integer(1, 365),
  notify: flag,
};

/** What was given of them. */
interface GivenInvited {
  readonly email_address: string;
  readonly redirect_url?: string | null;
  readonly expires_in_days?: number | null;
}

/** A new invitation, without what belongs to its kind alone. */
export function newInvited({ instance, origin }: Call, id: string, given: GivenInvited): Invited {
  const now = instance.now();
  const days = given.expires_in_days ?? EXPIRES_IN_DAYS;
  return {
    id,
    emailAddress: given.email_address,
    url: invitationUrl(origin, given.redirect_url),
    isRevoked: false,
    expiresAt: now + days * DAY_IN_MS,
    createdAt: now,
    updatedAt: now,
  };
}

/** The 400 for addresses that have a pending invitation already, or are given twice. */
export function refuseDuplicates(
  invitations: readonly Invited[],
  addresses: readonly string[],
  now: number,
): Reply | undefined {
  const pending = new Set(
    invitations
      .filter((invited) => statusOf(invited, now) === 'pending')
      .map((invited) => invited.emailAddress.toLowerCase()),
  );
  const duplicates = addresses.filter((address, index) => {
    const folded = address.toLowerCase();
    const isRepeated = addresses.slice(0, index).some((other) => other.toLowerCase() === folded);
    return isRepeated || pending.has(folded);
  });
  if (duplicates.length === 0) return undefined;
  return apiError(
    { status: 400, code: 'duplicate_record', meta: { email_addresses: duplicates } },
    'duplicate invitation',
    `There are already pending invitations for the following email addresses: ${duplicates.join(', ')}`,
  );
}

function invitationUrl(origin: string, redirectUrl: string | null | undefined): string {
  const url = new URL('/sign-up', origin);
  url.searchParams.set('__clerk_ticket', randomBase62(TICKET_LENGTH));
  if (redirectUrl) url.searchParams.set('redirect_url', redirectUrl);
  return url.href;
}
