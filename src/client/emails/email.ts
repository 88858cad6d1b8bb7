import { given, shape } from '../shape.js';

/** An email that Clerk sends, or hands to you to send. */
export interface Email {
  /** `ema_…` */
  readonly id: string;
  /** The part of the sender's address before the `@`. */
  readonly fromEmailName: string;
  /** The id of the email address that it goes to, where a user has that address. */
  readonly emailAddressId: string | null;
  /** Where it goes to. */
  readonly toEmailAddress?: string;
  /** Its subject line. */
  readonly subject?: string;
  /** The text as HTML. */
  readonly body?: string;
  /** The text without markup. */
  readonly bodyPlain?: string | null;
  /** How far it has come; `accepted` means that the mail provider took it, not that it arrived. */
  readonly status?: string;
  /** The template that it was made from. */
  readonly slug?: string | null;
  /** What the template was filled with. */
  readonly data?: Record<string, unknown> | null;
  /** Whether Clerk sends it; otherwise your application does. */
  readonly deliveredByClerk?: boolean;
  /** The user whom it goes to. */
  readonly userId?: string | null;
  /** Why it was not sent. */
  readonly suppressionReason?: string | null;
}

/** Reads a resource whose `object` is `email`. */
export const readEmail = shape<Email>({
  id: given,
  fromEmailName: given,
  emailAddressId: given,
  toEmailAddress: given,
  subject: given,
  body: given,
  bodyPlain: given,
  status: given,
  slug: given,
  data: given,
  deliveredByClerk: given,
  userId: given,
  suppressionReason: given,
});
