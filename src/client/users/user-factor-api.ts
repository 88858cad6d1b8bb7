import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { withBothNames } from '../both-names.js';
import type { DeletedObject } from '../deleted-object.js';
import { routes } from '../routes.js';

/** A code to check. */
export interface VerifyTOTPParams {
  /** The user's id (`user_…`). */
  readonly userId: string;
  /** The code of an authenticator app, or a backup code. No error shows it. */
  readonly code: string;
}

/** What a right code was; the names are those of the wire, as in the vendor's client. */
export interface VerifiedTOTP {
  /** Always true: a code that is not right is an error answer. */
  readonly verified: true;
  /** A `backup_code` is used up now. */
  readonly code_type: 'totp' | 'backup_code';
}

/** A passkey to delete. */
export interface DeleteUserPasskeyParams {
  /** The user's id (`user_…`). */
  readonly userId: string;
  /** The passkey's id (`idn_…`). */
  readonly passkeyIdentificationId: string;
}

/** Whose second factors have changed. */
export interface UserID {
  /** `user_…` */
  readonly userId: string;
}

/** The part of `users` that is about second factors and passkeys. */
export interface UserFactorApi {
  /**
   * Checks a code of a user's authenticator app, or a backup code, which is used up by that. A wrong
   * one is an error answer (422).
   *
   * Source: POST /users/{user_id}/verify_totp.
   *
   * @param params The user and the code.
   */
  verifyTOTP(params: VerifyTOTPParams): Promise<VerifiedTOTP>;

  /**
   * Takes all second factors of a user away at once.
   *
   * Source: DELETE /users/{user_id}/mfa.
   *
   * @param userId The user's id (`user_…`).
   */
  disableUserMFA(userId: string): Promise<UserID>;

  /**
   * Deletes a user's backup codes.
   *
   * Source: DELETE /users/{user_id}/backup_code.
   *
   * @param userId The user's id (`user_…`).
   */
  deleteUserBackupCodes(userId: string): Promise<UserID>;

  /**
   * Takes a user's authenticator apps away.
   *
   * Source: DELETE /users/{user_id}/totp.
   *
   * @param userId The user's id (`user_…`).
   */
  deleteUserTOTP(userId: string): Promise<UserID>;

  /**
   * Deletes a passkey and tells the user by email.
   *
   * Source: DELETE /users/{user_id}/passkeys/{passkey_identification_id}.
   *
   * @param params Which one.
   */
  deleteUserPasskey(params: DeleteUserPasskeyParams): Promise<DeletedObject>;
}

/** The answer says `user_id`, which is what the vendor's client hands over although its types say `userId`. */
const readUserId = { read: withBothNames };

/** The operations of {@link UserFactorApi}. */
export const userFactorRoutes = routes<UserFactorApi>()(
  {
    verifyTOTP: 'POST /users/{userId}/verify_totp',
    disableUserMFA: 'DELETE /users/{userId}/mfa',
    deleteUserBackupCodes: 'DELETE /users/{userId}/backup_code',
    deleteUserTOTP: 'DELETE /users/{userId}/totp',
    deleteUserPasskey: 'DELETE /users/{userId}/passkeys/{passkeyIdentificationId}',
  },
  { disableUserMFA: readUserId, deleteUserBackupCodes: readUserId, deleteUserTOTP: readUserId },
);

/** @param send What makes the calls. */
export function bindUserFactorApi(send: Send): UserFactorApi {
  return bind(userFactorRoutes, send);
}
