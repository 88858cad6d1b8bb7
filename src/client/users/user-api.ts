import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { routes } from '../routes.js';
import type { User } from './user.js';

/** Operations on users. Every method rejects with a `ClerkApiError` when its call fails. */
export interface UserApi {
  /**
   * Reads one user.
   *
   * Source: GET /users/{user_id}.
   *
   * @param userId The user's id (`user_…`).
   */
  getUser(userId: string): Promise<User>;
}

/** The operations of {@link UserApi}. */
export const userRoutes = routes<UserApi>()({
  getUser: 'GET /users/{userId}',
});

/** @param send What makes the calls. */
export function bindUserApi(send: Send): UserApi {
  return bind(userRoutes, send);
}
