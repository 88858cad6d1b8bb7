import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { routes } from '../routes.js';
import type { ActorToken } from './actor-token.js';

interface NamedActor {
  /** The id of the user who impersonates. */
  readonly sub: string;
  /** What else the claim should hold, under this name. */
  readonly additionalProperties?: Readonly<Record<string, unknown>>;
}

/** Who impersonates. It is the `act` claim of the session's tokens, as it is given; anything may stand beside `sub`. */
export type ActorTokenActor = NamedActor | (NamedActor & Readonly<Record<string, unknown>>);

/** An actor token to make. */
export interface ActorTokenCreateParams {
  /** Who is impersonated. */
  readonly userId: string;
  /** Who impersonates. */
  readonly actor: ActorTokenActor;
  /** How long the token is good for, in seconds. Default 3600, an hour. */
  readonly expiresInSeconds?: number;
  /** How long the session may last, in seconds. Default 1800, half an hour. */
  readonly sessionMaxDurationInSeconds?: number;
}

/** Operations on actor tokens: impersonation. Every method rejects with a `ClerkApiError` when its call fails. */
export interface ActorTokenApi {
  /**
   * Makes a token by which somebody signs in as another user.
   *
   * Source: POST /actor_tokens.
   *
   * @param params Who as whom.
   */
  create(params: ActorTokenCreateParams): Promise<ActorToken>;

  /**
   * Revokes a token that nobody has used yet.
   *
   * Source: POST /actor_tokens/{actor_token_id}/revoke.
   *
   * @param actorTokenId The token's id (`act_…`).
   */
  revoke(actorTokenId: string): Promise<ActorToken>;
}

/** The operations of {@link ActorTokenApi}. */
export const actorTokenRoutes = routes<ActorTokenApi>()({
  create: 'POST /actor_tokens',
  revoke: 'POST /actor_tokens/{actorTokenId}/revoke',
});

/** @param send What makes the calls. */
export function bindActorTokenApi(send: Send): ActorTokenApi {
  return bind(actorTokenRoutes, send);
}
