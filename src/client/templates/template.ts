import { given, shape } from '../shape.js';

/** The text of an email or text message. All times are Unix times in milliseconds. Source: schema Template. */
export interface Template {
  readonly id: string;
  /** The instance that it belongs to; null for one of Clerk's. */
  readonly instanceId: string | null;
  /** Whether it is Clerk's (`system`) or was changed (`user`). */
  readonly resourceType: string;
  /** `email` or `sms`. */
  readonly templateType: string;
  /** Its name, for people to read. */
  readonly name: string;
  /** Its name, for code. */
  readonly slug: string;
  /** Its place in the list. */
  readonly position: number;
  /** Whether it can be reverted to Clerk's. */
  readonly canRevert: boolean;
  readonly canDelete: boolean;
  readonly canEditBody: boolean;
  /** Whether it can be turned on and off. */
  readonly canToggle: boolean;
  /** The subject of the email. */
  readonly subject: string | null;
  /** What the editor makes the body from. */
  readonly markup: string;
  /** The text with its variables. */
  readonly body: string;
  /** The variables that the text may have. */
  readonly availableVariables: string[];
  /** The variables that the text must have. */
  readonly requiredVariables: string[];
  /** The local part of the address that the email comes from. */
  readonly fromEmailName: string;
  /** The local part of the address that answers go to. */
  readonly replyToEmailName: string;
  /** Whether Clerk sends the message; else a webhook tells you to. */
  readonly deliveredByClerk: boolean;
  readonly enabled: boolean;
  readonly flaggedAsSuspicious: boolean;
  readonly updatedAt: number;
  readonly createdAt: number;
}

/** Reads a resource whose `object` is `template`. */
export const readTemplate = shape<Template>({
  id: given,
  instanceId: given,
  resourceType: given,
  templateType: given,
  name: given,
  slug: given,
  position: given,
  canRevert: given,
  canDelete: given,
  canEditBody: given,
  canToggle: given,
  subject: given,
  markup: given,
  body: given,
  availableVariables: given,
  requiredVariables: given,
  fromEmailName: given,
  replyToEmailName: given,
  deliveredByClerk: given,
  enabled: given,
  flaggedAsSuspicious: given,
  updatedAt: given,
  createdAt: given,
});
