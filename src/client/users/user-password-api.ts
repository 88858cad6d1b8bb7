import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { routes } from '../routes.js';
import type { User } from './user.js';

/** A password to check. */
export interface VerifyPasswordParams {
  /** The user's id (`user_…`). */
  readonly userId: string;
  /** The password in plain text. No error shows it. */
  readonly password: string;
}

/** How to take a password away. */
export interface RemovePasswordParams {
  /** Whether the user's sessions end. Default false. */
  readonly signOutOfOtherSessions?: boolean;
}

/** How to declare a password compromised. */
export interface SetPasswordCompromisedParams {
  /** Whether the user's sessions end. Default false. */
  readonly revokeAllSessions?: boolean;
}

/** The part of `users` that is about passwords. */
export interface UserPasswordApi {
  /**
   * Checks a user's password. A wrong one is an error answer (422).
   *
   * Source: POST /users/{user_id}/verify_password.
   *
   * @param params The user and the password.
   */
  verifyPassword(params: VerifyPasswordParams): Promise<{ verified: true }>;

  /**
   * Takes a user's password away, even where it is the only way to sign in.
   *
   * Source: POST /users/{user_id}/remove_password.
   *
   * @param userId The user's id (`user_…`).
   * @param params Whether sessions end.
   */
  removePassword(userId: string, params?: RemovePasswordParams): Promise<User>;

  /**
   * Declares a user's password compromised: the next sign-in asks for a new one.
   *
   * Source: POST /users/{user_id}/password/set_compromised.
   *
   * @param userId The user's id (`user_…`).
   * @param params Whether sessions end.
   */
  setPasswordCompromised(userId: string, params?: SetPasswordCompromisedParams): Promise<User>;

  /**
   * Takes back that a user's password is compromised.
   *
   * Source: POST /users/{user_id}/password/unset_compromised.
   *
   * @param userId The user's id (`user_…`).
   */
  unsetPasswordCompromised(userId: string): Promise<User>;
}

/** The operations of {@link UserPasswordApi}. */
export const userPasswordRoutes = routes<UserPasswordApi>()({
  verifyPassword: 'POST /users/{userId}/verify_password',
  removePassword: 'POST /users/{userId}/remove_password',
  setPasswordCompromised: 'POST /users/{userId}/password/set_compromised',
  unsetPasswordCompromised: 'POST /users/{userId}/password/unset_compromised',
});

/** @param send What makes the calls. */
export function bindUserPasswordApi(send: Send): UserPasswordApi {
  const forwards = bind(userPasswordRoutes, send);
  return {
    ...forwards,
    // The default goes over the wire, as from the vendor's client.
    setPasswordCompromised: async (userId, params = { revokeAllSessions: false }) =>
      forwards.setPasswordCompromised(userId, params),
  };
}
