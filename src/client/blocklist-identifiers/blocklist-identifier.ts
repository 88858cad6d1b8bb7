import { given, shape } from '../shape.js';

/** What an identifier is. */
export type BlocklistIdentifierType = 'email_address' | 'phone_number' | 'web3_wallet';

/** An identifier that is kept out. All times are Unix times in milliseconds. Source: schema BlocklistIdentifier. */
export interface BlocklistIdentifier {
  /** `blid_…` */
  readonly id: string;
  /** An email address or `*@domain`, a phone number in E.164 format, or the address of a wallet. */
  readonly identifier: string;
  /** What `identifier` is, as the API has read it. */
  readonly identifierType: BlocklistIdentifierType;
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt: number;
  /** When it was last changed: a Unix time in milliseconds. */
  readonly updatedAt: number;
  /** The instance that it belongs to (`ins_…`). */
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
