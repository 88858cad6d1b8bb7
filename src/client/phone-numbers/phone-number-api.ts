import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import type { DeletedObject } from '../deleted-object.js';
import { routes } from '../routes.js';
import type { PhoneNumber } from '../users/phone-number.js';
import { readIdentifierVerification } from '../users/identifier-verification.js';
import type {
  AttemptVerificationParams,
  IdentifierVerification,
} from '../users/identifier-verification.js';
import type { CreatePhoneNumberParams, UpdatePhoneNumberParams } from './phone-number-params.js';

/** Operations on the phone numbers of users. Every method rejects with a `ClerkApiError` when its call fails. */
export interface PhoneNumberApi {
  /**
   * Reads one phone number.
   *
   * Source: GET /phone_numbers/{phone_number_id}.
   *
   * @param phoneNumberId The phone number's id (`idn_…`).
   */
  getPhoneNumber(phoneNumberId: string): Promise<PhoneNumber>;

  /**
   * Gives a user another phone number.
   *
   * Source: POST /phone_numbers.
   *
   * @param params The phone number.
   */
  createPhoneNumber(params: CreatePhoneNumberParams): Promise<PhoneNumber>;

  /**
   * Changes a phone number.
   *
   * Source: PATCH /phone_numbers/{phone_number_id}.
   *
   * @param phoneNumberId The phone number's id (`idn_…`).
   * @param params What to change.
   */
  updatePhoneNumber(phoneNumberId: string, params?: UpdatePhoneNumberParams): Promise<PhoneNumber>;

  /**
   * Deletes a phone number.
   *
   * Source: DELETE /phone_numbers/{phone_number_id}.
   *
   * @param phoneNumberId The phone number's id (`idn_…`).
   */
  deletePhoneNumber(phoneNumberId: string): Promise<DeletedObject>;

  /**
   * Sends a code to a phone number, so that your backend can prove whose it is.
   *
   * Source: POST /phone_numbers/{phone_number_id}/prepare_verification.
   *
   * @param phoneNumberId The phone number's id (`idn_…`).
   */
  prepareVerification(phoneNumberId: string): Promise<IdentifierVerification>;

  /**
   * Checks the code that was sent. A wrong one is no error: see the answer's `status`. The right one
   * verifies the phone number and begins no session.
   *
   * Source: POST /phone_numbers/{phone_number_id}/attempt_verification.
   *
   * @param phoneNumberId The phone number's id (`idn_…`).
   * @param params Which verification, and the code.
   */
  attemptVerification(
    phoneNumberId: string,
    params: AttemptVerificationParams,
  ): Promise<IdentifierVerification>;
}

const verification = { read: readIdentifierVerification };

/** The operations of {@link PhoneNumberApi}. */
export const phoneNumberRoutes = routes<PhoneNumberApi>()(
  {
    getPhoneNumber: 'GET /phone_numbers/{phoneNumberId}',
    createPhoneNumber: 'POST /phone_numbers',
    updatePhoneNumber: 'PATCH /phone_numbers/{phoneNumberId}',
    deletePhoneNumber: 'DELETE /phone_numbers/{phoneNumberId}',
    prepareVerification: 'POST /phone_numbers/{phoneNumberId}/prepare_verification',
    attemptVerification: 'POST /phone_numbers/{phoneNumberId}/attempt_verification',
  },
  { prepareVerification: verification, attemptVerification: verification },
);

/** @param send What makes the calls. */
export function bindPhoneNumberApi(send: Send): PhoneNumberApi {
  return bind(phoneNumberRoutes, send);
}
