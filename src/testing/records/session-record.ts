/** A session as the embedded instance keeps it: whose it is and what for, by id. */
export interface SessionRecord {
  /** `sess_…` */
  readonly id: string;
  /** `client_…` */
  readonly clientId: string;
  /** `user_…` */
  readonly userId: string;
  /** `org_…`; null for the personal account. */
  readonly organizationId: string | null;
  readonly status: SessionStatus;
  readonly refreshToken: string;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** `ended` by signing out, `revoked` by the Backend API. */
export type SessionStatus = 'active' | 'ended' | 'revoked';
