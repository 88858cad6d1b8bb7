import { withHidden } from '../hidden.js';
import { given, shape } from '../shape.js';
import type { WireObject } from '../shape.js';

/** The states of an invitation. */
export type InvitationStatus = 'pending' | 'accepted' | 'revoked' | 'expired';

/**
 * An invitation to sign up. All times are Unix times in milliseconds. Source: schema Invitation.
 *
 * `raw` is not enumerable: a copy made by spreading, and `JSON.stringify`, leave it out.
 */
export interface Invitation {
  /** `inv_…` */
  readonly id: string;
  /** Whom it was sent to. */
  readonly emailAddress: string;
  /** What will be the user's public metadata; as it was saved. */
  readonly publicMetadata: Record<string, unknown> | null;
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt: number;
  /** When it was last changed: a Unix time in milliseconds. */
  readonly updatedAt: number;
  /** `pending` until it is accepted, revoked or too old. */
  readonly status: InvitationStatus;
  /** Where the invitation is accepted. */
  readonly url?: string;
  /** Whether it was taken back. */
  readonly revoked?: boolean;
  /** The API's answer as it came, for fields that have no property here. */
  readonly raw: WireObject | null;
}

const readFields = shape<Omit<Invitation, 'raw'>>({
  id: given,
  emailAddress: given,
  publicMetadata: given,
  createdAt: given,
  updatedAt: given,
  status: given,
  url: given,
  revoked: given,
});

/** Reads a resource whose `object` is `invitation`. */
export function readInvitation(wire: WireObject): Invitation {
  return withHidden(readFields(wire), { raw: wire });
}
