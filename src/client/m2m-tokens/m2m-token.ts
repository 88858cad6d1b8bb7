import { given, shape } from '../shape.js';

/**
 * A token by which one machine calls another. All times are Unix times in milliseconds. Source: the
 * answers of /m2m_tokens.
 */
export interface M2MToken {
  /** `mt_…`: not the token itself. */
  readonly id: string;
  /** The machine that made it (`mch_…`). */
  readonly subject: string;
  /** The machines that it is meant for. */
  readonly scopes: string[];
  /** What was added to it when it was made; as it was saved. */
  readonly claims: Readonly<Record<string, unknown>> | null;
  /** Whether it was revoked, and is good for nothing any more. */
  readonly revoked: boolean;
  /** Why it was revoked, where somebody has said. */
  readonly revocationReason: string | null;
  /** Whether `expiration` has passed. */
  readonly expired: boolean;
  /** When it expires; null for never. */
  readonly expiration: number | null;
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt: number;
  /** When it was last changed: a Unix time in milliseconds. */
  readonly updatedAt: number;
  /** The token itself, which only the answer to its making brings. */
  readonly token?: string;
}

/** Reads a resource whose `object` is `machine_to_machine_token`. */
export const readM2MToken = shape<M2MToken>({
  id: given,
  subject: given,
  scopes: given,
  claims: given,
  revoked: given,
  revocationReason: given,
  expired: given,
  expiration: given,
  createdAt: given,
  updatedAt: given,
  token: given,
});
