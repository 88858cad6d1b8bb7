import type { ClerkPaginationRequest } from '../page.js';

/** Which templates to list. */
export interface GetTemplateListParams extends ClerkPaginationRequest {
  /** Which channel's. */
  readonly templateType: 'email' | 'sms';
}

/** Which template is meant. */
export interface TemplateParams {
  /** Which channel's: a slug can be that of one for each. */
  readonly templateType: 'email' | 'sms';
  /** Its name, for code. */
  readonly slug: string;
}

/** A text to look at. */
export interface PreviewTemplateParams extends TemplateParams {
  /** The subject of the email. */
  readonly subject?: string | null;
  /** The text with its variables. */
  readonly body?: string;
  /** The local part of the address that the email comes from. */
  readonly fromEmailName?: string;
  /** The local part of the address that answers go to. */
  readonly replyToEmailName?: string;
}

/** What of a template to change. */
export interface UpsertTemplateParams extends PreviewTemplateParams {
  /** Its name, for people to read. */
  readonly name?: string;
  /** What the editor makes the body from. */
  readonly markup?: string | null;
  /** Whether Clerk sends the message; else a webhook tells you to. */
  readonly deliveredByClerk?: boolean | null;
}

/** Who sends the message of a template. */
export interface ToggleTemplateDeliveryParams extends TemplateParams {
  /** Whether Clerk does; else a webhook tells you to. */
  readonly deliveredByClerk?: boolean;
}
