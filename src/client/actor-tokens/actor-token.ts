import { given, shape } from '../shape.js';

/** The states of an actor token. */
export type ActorTokenStatus = 'pending' | 'accepted' | 'revoked';

/** A token by which somebody signs in as another user. Times are Unix times in milliseconds. Source: schema ActorToken. */
export interface ActorToken {
  /** `act_…` */
  readonly id: string;
  /** Whether it can still be used: `pending` until it was, or was revoked. */
  readonly status: ActorTokenStatus;
  /** Who is impersonated. */
  readonly userId: string;
  /** Who impersonates: the session's `act` claim, as it was given. */
  readonly actor: Record<string, unknown> | null;
  /** The token itself: the `ticket` of a sign-in. */
  readonly token: string | null | undefined;
  /** A page that signs the actor in when it is opened. */
  readonly url: string | null | undefined;
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt: number;
  /** When it was last changed: a Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** Reads a resource whose `object` is `actor_token`. */
export const readActorToken = shape<ActorToken>({
  id: given,
  status: given,
  userId: given,
  actor: given,
  token: given,
  url: given,
  createdAt: given,
  updatedAt: given,
});
