/** An email that Clerk has made, or made for you to send. Source: schema EmailEventPayload. */
export interface EmailJSON {
  readonly id: string;
  readonly object: string;
  readonly slug: string | null;
  readonly from_email_name: string;
  readonly reply_to_email_name?: string | null;
  readonly to_email_address?: string;
  readonly email_address_id?: string | null;
  readonly user_id?: string | null;
  readonly subject?: string;
  /** As HTML. */
  readonly body?: string;
  readonly body_plain?: string | null;
  readonly status?: string;
  /** What the template was filled with, such as the code. */
  readonly data: Readonly<Record<string, unknown>>;
  /** False when it is yours to send. */
  readonly delivered_by_clerk: boolean;
}

/** A text message that Clerk has made, or made for you to send. Times are Unix times in milliseconds. Source: schema SmsEventPayload. */
export interface SMSMessageJSON {
  readonly object: string;
  readonly id: string;
  readonly slug?: string | null;
  readonly from_phone_number: string;
  readonly to_phone_number: string;
  readonly phone_number_id?: string | null;
  readonly user_id?: string | null;
  readonly message: string;
  readonly status: string;
  /** What the template was filled with, such as the code. */
  readonly data: Readonly<Record<string, unknown>>;
  /** False when it is yours to send. */
  readonly delivered_by_clerk: boolean;
  readonly created_at_ms: number;
}
