import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { routes } from '../routes.js';
import type { SignUpAttempt } from './sign-up-attempt.js';

/** What to change about a sign-up. */
export interface UpdateSignUpParams {
  /** The sign-up's id (`sua_…`). */
  readonly signUpAttemptId: string;
  /** The id in your own system, which the user will have. */
  readonly externalId?: string | null;
  /** Whether your application has something to do before the sign-up can complete. */
  readonly customAction?: boolean | null;
}

/** Operations on sign-ups. Every method rejects with a `ClerkApiError` when its call fails. */
export interface SignUpApi {
  /**
   * Reads one sign-up.
   *
   * Source: GET /sign_ups/{id}.
   *
   * @param signUpAttemptId The sign-up's id (`sua_…`).
   */
  get(signUpAttemptId: string): Promise<SignUpAttempt>;

  /**
   * Changes a sign-up.
   *
   * Source: PATCH /sign_ups/{id}.
   *
   * @param params Which one, and what to change.
   */
  update(params: UpdateSignUpParams): Promise<SignUpAttempt>;
}

/** The operations of {@link SignUpApi}. */
export const signUpRoutes = routes<SignUpApi>()({
  get: 'GET /sign_ups/{signUpAttemptId}',
  update: 'PATCH /sign_ups/{signUpAttemptId}',
});

/** @param send What makes the calls. */
export function bindSignUpApi(send: Send): SignUpApi {
  return bind(signUpRoutes, send);
}
