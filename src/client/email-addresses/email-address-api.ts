import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import type { DeletedObject } from '../deleted-object.js';
import { routes } from '../routes.js';
import type { EmailAddress } from '../users/email-address.js';
import { readIdentifierVerification } from '../users/identifier-verification.js';
import type {
  AttemptVerificationParams,
  IdentifierVerification,
} from '../users/identifier-verification.js';
import type { CreateEmailAddressParams, UpdateEmailAddressParams } from './email-address-params.js';

/** Operations on the email addresses of users. Every method rejects with a `ClerkApiError` when its call fails. */
export interface EmailAddressApi {
  /**
   * Reads one email address.
   *
   * Source: GET /email_addresses/{email_address_id}.
   *
   * @param emailAddressId The email address's id (`idn_…`).
   */
  getEmailAddress(emailAddressId: string): Promise<EmailAddress>;

  /**
   * Gives a user another email address.
   *
   * Source: POST /email_addresses.
   *
   * @param params The email address.
   */
  createEmailAddress(params: CreateEmailAddressParams): Promise<EmailAddress>;

  /**
   * Changes an email address.
   *
   * Source: PATCH /email_addresses/{email_address_id}.
   *
   * @param emailAddressId The email address's id (`idn_…`).
   * @param params What to change.
   */
  updateEmailAddress(
    emailAddressId: string,
    params?: UpdateEmailAddressParams,
  ): Promise<EmailAddress>;

  /**
   * Deletes an email address.
   *
   * Source: DELETE /email_addresses/{email_address_id}.
   *
   * @param emailAddressId The email address's id (`idn_…`).
   */
  deleteEmailAddress(emailAddressId: string): Promise<DeletedObject>;

  /**
   * Sends a code to an email address, so that your backend can prove whose it is.
   *
   * Source: POST /email_addresses/{email_address_id}/prepare_verification.
   *
   * @param emailAddressId The email address's id (`idn_…`).
   */
  prepareVerification(emailAddressId: string): Promise<IdentifierVerification>;

  /**
   * Checks the code that was sent. A wrong one is no error: see the answer's `status`. The right one
   * verifies the email address and begins no session.
   *
   * Source: POST /email_addresses/{email_address_id}/attempt_verification.
   *
   * @param emailAddressId The email address's id (`idn_…`).
   * @param params Which verification, and the code.
   */
  attemptVerification(
    emailAddressId: string,
    params: AttemptVerificationParams,
  ): Promise<IdentifierVerification>;
}

const verification = { read: readIdentifierVerification };

/** The operations of {@link EmailAddressApi}. */
export const emailAddressRoutes = routes<EmailAddressApi>()(
  {
    getEmailAddress: 'GET /email_addresses/{emailAddressId}',
    createEmailAddress: 'POST /email_addresses',
    updateEmailAddress: 'PATCH /email_addresses/{emailAddressId}',
    deleteEmailAddress: 'DELETE /email_addresses/{emailAddressId}',
    prepareVerification: 'POST /email_addresses/{emailAddressId}/prepare_verification',
    attemptVerification: 'POST /email_addresses/{emailAddressId}/attempt_verification',
  },
  { prepareVerification: verification, attemptVerification: verification },
);

/** @param send What makes the calls. */
export function bindEmailAddressApi(send: Send): EmailAddressApi {
  return bind(emailAddressRoutes, send);
}
