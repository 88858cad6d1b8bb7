import { given, many, one, shape } from '../shape.js';
import { readIdentificationLink } from './identification-link.js';
import type { IdentificationLink } from './identification-link.js';
import { readVerification } from './verification.js';
import type { Verification } from './verification.js';

/** A phone number of a user. Source: schema PhoneNumber. */
export interface PhoneNumber {
  /** `idn_…` */
  readonly id: string;
  /** In E.164 format: `+15555550100`. */
  readonly phoneNumber: string;
  /** Whether it serves as a second factor. */
  readonly reservedForSecondFactor: boolean;
  /** Whether it is the second factor that is tried first. */
  readonly defaultSecondFactor: boolean;
  /** How far its verification is; null before it began. */
  readonly verification: Verification | null;
  /** The accounts that the number came from. */
  readonly linkedTo: IdentificationLink[];
}

/** Reads a resource whose `object` is `phone_number`. */
export const readPhoneNumber = shape<PhoneNumber>({
  id: given,
  phoneNumber: given,
  reservedForSecondFactor: given,
  defaultSecondFactor: given,
  verification: one(readVerification),
  linkedTo: many(readIdentificationLink),
});
