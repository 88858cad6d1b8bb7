import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { routes } from '../routes.js';
import type { User } from './user.js';

/** Several users at once. */
export interface UserIdsParams {
  /** The users' ids (`user_…`), from 1 to 50. */
  readonly userIds: readonly string[];
}

/** The part of `users` that shuts users out and lets them in again. */
export interface UserAccessApi {
  /**
   * Bans a user: ends all sessions, and refuses every sign-in from now on.
   *
   * Source: POST /users/{user_id}/ban.
   *
   * @param userId The user's id (`user_…`).
   */
  banUser(userId: string): Promise<User>;

  /**
   * Lifts a user's ban.
   *
   * Source: POST /users/{user_id}/unban.
   *
   * @param userId The user's id (`user_…`).
   */
  unbanUser(userId: string): Promise<User>;

  /**
   * Bans several users.
   *
   * Source: POST /users/ban.
   *
   * @param params Which users.
   */
  banUsers(params: UserIdsParams): Promise<User[]>;

  /**
   * Lifts the bans of several users.
   *
   * Source: POST /users/unban.
   *
   * @param params Which users.
   */
  unbanUsers(params: UserIdsParams): Promise<User[]>;

  /**
   * Locks a user, who can't sign in until the lock runs out (by default after an hour) or is lifted.
   * Sessions go on.
   *
   * Source: POST /users/{user_id}/lock.
   *
   * @param userId The user's id (`user_…`).
   */
  lockUser(userId: string): Promise<User>;

  /**
   * Lifts a user's lock.
   *
   * Source: POST /users/{user_id}/unlock.
   *
   * @param userId The user's id (`user_…`).
   */
  unlockUser(userId: string): Promise<User>;
}

/** The operations of {@link UserAccessApi}. */
export const userAccessRoutes = routes<UserAccessApi>()({
  banUser: 'POST /users/{userId}/ban',
  unbanUser: 'POST /users/{userId}/unban',
  banUsers: 'POST /users/ban',
  unbanUsers: 'POST /users/unban',
  lockUser: 'POST /users/{userId}/lock',
  unlockUser: 'POST /users/{userId}/unlock',
});

/** @param send What makes the calls. */
export function bindUserAccessApi(send: Send): UserAccessApi {
  return bind(userAccessRoutes, send);
}
