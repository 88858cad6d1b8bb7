import { given, many, one, shape } from '../shape.js';
import { readIdentificationLink } from './identification-link.js';
import type { IdentificationLink } from './identification-link.js';
import { readVerification } from './verification.js';
import type { Verification } from './verification.js';

/** An email address of a user. Source: schema EmailAddress. */
export interface EmailAddress {
  /** `idn_…` */
  readonly id: string;
  /** The address itself. */
  readonly emailAddress: string;
  /** How far its verification is; null before it began. */
  readonly verification: Verification | null;
  /** The accounts that the address came from. */
  readonly linkedTo: IdentificationLink[];
}

/** Reads a resource whose `object` is `email_address`. */
export const readEmailAddress = shape<EmailAddress>({
  id: given,
  emailAddress: given,
  verification: one(readVerification),
  linkedTo: many(readIdentificationLink),
});
