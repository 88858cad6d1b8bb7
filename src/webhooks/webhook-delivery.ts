/** What is known of a delivery beside its event. */
export interface WebhookDelivery {
  /** The `svix-id` header (`msg_…`), the same however often Clerk delivers the event. */
  readonly id: string;
  /** When this attempt was signed: a Unix time in seconds. */
  readonly timestampInSeconds: number;
}
