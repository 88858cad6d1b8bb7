import { given, shape } from '../shape.js';

/**
 * A key by which a program calls your application as a user or an organization. All times are Unix
 * times in milliseconds. Source: the answers of /api_keys.
 */
export interface APIKey {
  /** `ak_…`: not the key itself. */
  readonly id: string;
  /** `api_key`. */
  readonly type: string;
  /** What people tell it from others by. */
  readonly name: string;
  /** Whose key it is: the id of a user or an organization. */
  readonly subject: string;
  /** What it may do, in your application's own words. */
  readonly scopes: string[];
  /** What was added to it when it was made; as it was saved. */
  readonly claims: Readonly<Record<string, unknown>> | null;
  /** Whether it was revoked, and lets nobody in any more. */
  readonly revoked: boolean;
  /** Why it was revoked, where somebody has said. */
  readonly revocationReason: string | null;
  /** Whether `expiration` has passed. */
  readonly expired: boolean;
  /** When it expires; null for never. */
  readonly expiration: number | null;
  /** The user who made it. */
  readonly createdBy: string | null;
  /** What it is for; null when nobody has said. */
  readonly description: string | null;
  /** When it was verified last. */
  readonly lastUsedAt: number | null;
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt: number;
  /** When it was last changed: a Unix time in milliseconds. */
  readonly updatedAt: number;
  /** The key itself, which only the answer to its making brings. */
  readonly secret?: string;
}

/** Reads a resource whose `object` is `api_key`. */
export const readApiKey = shape<APIKey>({
  id: given,
  type: given,
  name: given,
  subject: given,
  scopes: given,
  claims: given,
  revoked: given,
  revocationReason: given,
  expired: given,
  expiration: given,
  createdBy: given,
  description: given,
  lastUsedAt: given,
  createdAt: given,
  updatedAt: given,
  secret: given,
});
