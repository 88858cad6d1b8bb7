import { given, shape } from '../shape.js';

/** What an identifier is. */
export type BlocklistIdentifierType = 'email_address' | 'phone_number' | 'web3_wallet';

/** An identifier that is kept out. All times are Unix times in milliseconds. Source: schema BlocklistIdentifier. */
export interface BlocklistIdentifier {
  readonly id: string;
  /** An email address or `*@domain`, a phone number in E.164 format, or the address of a wallet. */
  readonly identifier: string;
  readonly identifierType: BlocklistIdentifierType;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly instanceId?: string;
}

/** Reads a resource whose `object` is `blocklist_identifier`. */
export const readBlocklistIdentifier = shape<BlocklistIdentifier>({
  id: given,
  identifier: given,
  identifierType: given,
  createdAt: given,
  updatedAt: given,
  instanceId: given,
});
