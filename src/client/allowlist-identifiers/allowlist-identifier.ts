import { given, shape } from '../shape.js';

/** What an identifier is. */
export type AllowlistIdentifierType = 'email_address' | 'phone_number' | 'web3_wallet';

/** An identifier that may sign up. All times are Unix times in milliseconds. Source: schema AllowlistIdentifier. */
export interface AllowlistIdentifier {
  readonly id: string;
  /** An email address or `*@domain`, a phone number in E.164 format, or the address of a wallet. */
  readonly identifier: string;
  readonly identifierType: AllowlistIdentifierType;
  readonly createdAt: number;
  readonly updatedAt: number;
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
