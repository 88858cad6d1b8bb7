import { readInvitation } from '../invitations/invitation.js';
import type { Invitation } from '../invitations/invitation.js';
import { given, one, shape } from '../shape.js';

/** The states of a waitlist entry. */
export type WaitlistEntryStatus = 'pending' | 'invited' | 'completed' | 'rejected';

/** Somebody who waits to be let in. All times are Unix times in milliseconds. Source: schema WaitlistEntry. */
export interface WaitlistEntry {
  /** What `waitlistEntries` methods take. */
  readonly id: string;
  /** Who waits. */
  readonly emailAddress: string;
  /** Whether the entry waits, was invited, has become a user, or was turned down. */
  readonly status: WaitlistEntryStatus;
  /** The invitation that followed; null before there is one. */
  readonly invitation: Invitation | null;
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt: number;
  /** When it was last changed: a Unix time in milliseconds. */
  readonly updatedAt: number;
  /** Whether a batch is at work on the entry, so that nothing else can be done with it. */
  readonly isLocked?: boolean;
}

/** Reads a resource whose `object` is `waitlist_entry`. */
export const readWaitlistEntry = shape<WaitlistEntry>({
  id: given,
  emailAddress: given,
  status: given,
  invitation: one(readInvitation),
  createdAt: given,
  updatedAt: given,
  isLocked: given,
});
