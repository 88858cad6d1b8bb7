/** A mailbox. */
export interface Mailbox {
  /** The email address, without a name. */
  readonly address: string;
  /** The name that a mail program shows; up to 200 characters. */
  readonly name?: string;
}

/** Whom an email goes to: an email address, or a user, at the primary address. */
export type EmailRecipient =
  | {
      /** The email address, without a name. */
      readonly address: string;
      /** Not beside the other one. */
      readonly userId?: never;
    }
  | {
      /** The user's id (`user_…`). */
      readonly userId: string;
      /** Not beside the other one. */
      readonly address?: never;
    };

/** What an email says, as HTML, as plain text, or both; up to 50,000 bytes together. */
export type EmailContent =
  | {
      /** The text as HTML. */
      readonly html: string;
      /** The text for mail programs that show no HTML. */
      readonly text?: string;
    }
  | {
      /** The text as HTML. */
      readonly html?: string;
      /** The text for mail programs that show no HTML. */
      readonly text: string;
    };

/** A file that goes along. */
export interface EmailAttachment {
  /** The name that it is saved under. */
  readonly filename: string;
  /** What is in it, in Base64. */
  readonly content: string;
}

/** An email to send. */
export type CreateEmailParams = Envelope & EmailContent;

interface Envelope {
  /** Whom it goes to. */
  readonly to: EmailRecipient;
  /** The sender, on the domain from which the production instance sends. */
  readonly from: Mailbox;
  /** Where answers go, on any domain. */
  readonly replyTo?: Mailbox;
  /** Up to 998 characters. */
  readonly subject: string;
  /** Email addresses that get a copy; up to 50 recipients in all, each once. */
  readonly cc?: readonly string[];
  /** Email addresses that get a copy without the others' knowing. */
  readonly bcc?: readonly string[];
  /** Headers for threads and for unsubscribing, or of your own (`X-…`), as they are given. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Up to 10 files, 1 MiB together. */
  readonly attachments?: readonly EmailAttachment[];
}

/** What holds for the sending of one email. */
export interface CreateEmailOptions {
  /**
   * Makes it safe to send again: the same email with the same key is sent once. 1 to 255 letters,
   * digits, `_` and `-`; one for each recipient and text.
   */
  readonly idempotencyKey?: string;
}

/** One email of a batch. */
export type CreateBatchEmailParams = CreateEmailParams & CreateEmailOptions;

/**
 * The wire's form of an email: only the names that are the API's are renamed, since those of
 * `headers` belong to the email.
 *
 * @param params The email; `idempotencyKey` passes as a parameter like any other.
 */
export function toWireEmail(params: CreateBatchEmailParams): Readonly<Record<string, unknown>> {
  const { to, replyTo, idempotencyKey, ...others } = params;
  const { userId, ...recipient } = to;
  return {
    ...others,
    to: { ...recipient, user_id: userId },
    reply_to: replyTo,
    idempotency_key: idempotencyKey,
  };
}
