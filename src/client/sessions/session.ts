import { given, one, orNull, shape } from '../shape.js';

/** The states of a session that there are now. */
export type SessionStatus =
  'active' | 'revoked' | 'ended' | 'expired' | 'removed' | 'abandoned' | 'replaced' | 'pending';

/** Where and with what a session was last used. Source: schema SessionActivityResponse. */
export interface SessionActivity {
  /** The id of this activity. */
  readonly id: string;
  /** Whether it was a mobile device. */
  readonly isMobile: boolean;
  /** Where the request came from. */
  readonly ipAddress?: string;
  /** Estimated from the IP address. */
  readonly city?: string;
  /** Estimated from the IP address. */
  readonly country?: string;
  /** What the browser says of itself. */
  readonly browserVersion?: string;
  /** What the browser says of itself. */
  readonly browserName?: string;
  /** What the browser says of the device. */
  readonly deviceType?: string;
}

/** A user's session on one client. All times are Unix times in milliseconds. Source: schema Session. */
export interface Session {
  /** `sess_…` */
  readonly id: string;
  /** The browser or app that the session lives in. */
  readonly clientId: string;
  /** Whose it is (`user_…`). */
  readonly userId: string;
  /** A {@link SessionStatus}, or one that the API has learnt since. */
  readonly status: SessionStatus | (string & Record<never, never>);
  /** When it was last used: a Unix time in milliseconds. */
  readonly lastActiveAt: number;
  /** When it ends. */
  readonly expireAt: number;
  /** When it is given up, expired or not. */
  readonly abandonAt: number;
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt: number;
  /** When it was last changed: a Unix time in milliseconds. */
  readonly updatedAt: number;
  /** The organization that was active last. */
  readonly lastActiveOrganizationId?: string | null;
  /** The newest activity, where the answer brings it. */
  readonly latestActivity?: SessionActivity | null;
  /** Who acts as the user when the session is an impersonation: the `act` claim as it was given. */
  readonly actor: Readonly<Record<string, unknown>> | null;
}

const readActivity = shape<SessionActivity>({
  id: given,
  isMobile: given,
  ipAddress: given,
  city: given,
  country: given,
  browserVersion: given,
  browserName: given,
  deviceType: given,
});

/** Reads a resource whose `object` is `session`. */
export const readSession = shape<Session>({
  id: given,
  clientId: given,
  userId: given,
  status: given,
  lastActiveAt: given,
  expireAt: given,
  abandonAt: given,
  createdAt: given,
  updatedAt: given,
  lastActiveOrganizationId: given,
  latestActivity: one(readActivity),
  actor: orNull,
});
