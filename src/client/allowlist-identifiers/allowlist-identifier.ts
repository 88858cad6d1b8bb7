import { given, shape } from '../shape.js';

/** What an identifier is. */
export type AllowlistIdentifierType = 'email_address' | 'phone_number' | 'web3_wallet';

/** An identifier that may sign up. All times are Unix times in milliseconds. Source: schema AllowlistIdentifier. */
export interface AllowlistIdentifier {
  /** `alid_…` */
  readonly id: string;
  /** An email address or `*@domain`, a phone number in E.164 format, or the address of a wallet. */
  readonly identifier: string;
  /** What `identifier` is, as the API has read it. */
  readonly identifierType: AllowlistIdentifierType;
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt: number;
  /** When it was last changed: a Unix time in milliseconds. */
  readonly updatedAt: number;
  /** The instance that it belongs to (`ins_…`). */
  readonly instanceId?: string;
  /** The invitation that was sent to the identifier. */
  readonly invitationId?: string;
}

/** Reads a resource whose `object` is `allowlist_identifier`. */
export const readAllowlistIdentifier = shape<AllowlistIdentifier>({
  id: given,
  identifier: given,
  identifierType: given,
  createdAt: given,
  updatedAt: given,
  instanceId: given,
  invitationId: given,
});
