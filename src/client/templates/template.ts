import { given, shape } from '../shape.js';

/** The text of an email or text message. All times are Unix times in milliseconds. Source: schema Template. */
export interface Template {
  /** Its id; methods take its `slug`. */
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
  /** Whether it can be taken away from the instance. */
  readonly canDelete: boolean;
  /** Whether its body can be changed; that of some is Clerk's alone. */
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
  /** Whether the message is sent at all. */
  readonly enabled: boolean;
  /** Whether Clerk's checks have found something suspicious in the text. */
  readonly flaggedAsSuspicious: boolean;
  /** When it was last changed: a Unix time in milliseconds. */
  readonly updatedAt: number;
  /** When it was made: a Unix time in milliseconds. */
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
