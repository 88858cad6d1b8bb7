import { given, many, shape } from '../shape.js';
import { readSession } from '../sessions/session.js';
import type { Session } from '../sessions/session.js';
import type { OAuthProvider } from '../users/oauth-provider.js';

/** The ways to have signed in. */
export type LastAuthenticationStrategy =
  | 'email_address'
  | 'email_code'
  | 'email_link'
  | 'phone_code'
  | 'password'
  | 'username'
  | `oauth_${OAuthProvider}`
  | `web3_${'base' | 'coinbase_wallet' | 'metamask' | 'okx_wallet' | 'solana'}_signature`;

/** A browser or app, with the sessions that live in it. All times are Unix times in milliseconds. Source: schema Client. */
export interface Client {
  /** `client_…` */
  readonly id: string;
  /** The ids of `sessions`. */
  readonly sessionIds: string[];
  /** The sessions in it, those that are over included. */
  readonly sessions: Session[];
  /** The sign-in that is under way. */
  readonly signInId: string | null;
  /** The sign-up that is under way. */
  readonly signUpId: string | null;
  /** The session that was active last. */
  readonly lastActiveSessionId: string | null;
  /** How somebody signed in last. */
  readonly lastAuthenticationStrategy: LastAuthenticationStrategy | null;
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt: number;
  /** When it was last changed: a Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** Reads a resource whose `object` is `client`. */
export const readClient = shape<Client>({
  id: given,
  sessionIds: given,
  sessions: many(readSession),
  signInId: given,
  signUpId: given,
  lastActiveSessionId: given,
  lastAuthenticationStrategy: given,
  createdAt: given,
  updatedAt: given,
});
