import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { routes } from '../routes.js';
import { readBatchEmailResult } from './batch-email-result.js';
import type { BatchEmailResult } from './batch-email-result.js';
import { toWireEmail } from './email-params.js';
import type {
  CreateBatchEmailParams,
  CreateEmailOptions,
  CreateEmailParams,
} from './email-params.js';
import type { Email } from './email.js';
import { assertIdempotencyKey } from './idempotency-key.js';
import { InvalidEmailError } from './invalid-email-error.js';

/**
 * Operations on emails, which Clerk calls experimental: its document of the API doesn't have them.
 * Every method rejects with a `ClerkApiError` when its call fails.
 */
export interface EmailApi {
  /**
   * Sends an email.
   *
   * Source: POST /email.
   *
   * @param params The email.
   * @param options A key that makes it safe to send again.
   * @throws {InvalidEmailError} When the key can't be one.
   */
  create(params: CreateEmailParams, options?: CreateEmailOptions): Promise<Email>;

  /**
   * Sends several emails, each for itself: one that is refused doesn't stop the others.
   *
   * Source: POST /email/batch.
   *
   * @param messages From 1 to 100 emails.
   * @returns What became of each, in the same order.
   * @throws {InvalidEmailError} When there are none or too many, or a key can't be one.
   */
  createBatch(messages: readonly CreateBatchEmailParams[]): Promise<BatchEmailResult[]>;

  /**
   * Reads an email, and how far it has come.
   *
   * Source: GET /email/{email_id}.
   *
   * @param emailId The email's id (`ema_…`).
   */
  get(emailId: string): Promise<Email>;
}

interface SendOperations {
  sendOne(params: object): Promise<Email>;
  sendBatch(params: { readonly messages: readonly object[] }): Promise<BatchEmailResult[]>;
}

/** The operations of {@link EmailApi} that only forward. */
export const emailRoutes = routes<EmailApi>()({ get: 'GET /email/{emailId}' });

/** The operations behind `emails.create` and `emails.createBatch`. */
export const sendEmailRoutes = routes<SendOperations>()(
  { sendOne: 'POST /email', sendBatch: 'POST /email/batch' },
  { sendBatch: { read: readBatchEmailResult } },
);

/** The most emails in one batch. */
const LARGEST_BATCH = 100;

/** @param send What makes the calls. */
export function bindEmailApi(send: Send): EmailApi {
  const { sendBatch } = bind(sendEmailRoutes, send);
  return {
    ...bind(emailRoutes, send),
    create: async (params, { idempotencyKey } = {}) => {
      assertIdempotencyKey(idempotencyKey);
      const headers = idempotencyKey !== undefined && { 'Idempotency-Key': idempotencyKey };
      const { sendOne } = bind(sendEmailRoutes, (call) =>
        send({ ...call, ...(headers && { headers }) }),
      );
      return sendOne(toWireEmail(params));
    },
    createBatch: async (messages) => {
      if (messages.length < 1 || messages.length > LARGEST_BATCH) {
        throw new InvalidEmailError('messages', `must hold 1 to ${LARGEST_BATCH} emails`);
      }
      for (const { idempotencyKey } of messages) assertIdempotencyKey(idempotencyKey);
      return sendBatch({ messages: messages.map(toWireEmail) });
    },
  };
}
