/** What every kind of machine token has. The token itself is not kept with it. */
export interface LocalMachineToken {
  /** `ak_…`, `mt_…` or `oat_…`, followed by 32 hexadecimal digits; not the token, which begins alike. */
  readonly id: string;
  /** Whose it is: `user_…`, `org_…` or `mch_…`. */
  readonly subject: string;
  readonly scopes: readonly string[];
  readonly revoked: boolean;
  /** Why it was revoked, if anybody said so. */
  readonly revocationReason: string | null;
  /** Unix time in milliseconds; null for never. */
  readonly expiration: number | null;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** What a token has that was just made. */
export function freshToken(
  now: number,
): Pick<LocalMachineToken, 'revoked' | 'revocationReason' | 'createdAt' | 'updatedAt'> {
  return { revoked: false, revocationReason: null, createdAt: now, updatedAt: now };
}

/** What an API key or an M2M token says beside its scopes. */
export type CustomClaims = Readonly<Record<string, unknown>>;

/** An API key of a user's or an organization's. */
export interface LocalApiKey extends LocalMachineToken {
  readonly name: string;
  readonly description: string | null;
  readonly claims: CustomClaims | null;
  /** `user_…` */
  readonly createdBy: string | null;
}

/** A token by which a machine calls others. */
export interface LocalM2mToken extends LocalMachineToken {
  readonly claims: CustomClaims | null;
}

/** A token by which an OAuth client acts for a user. */
export interface LocalOAuthAccessToken extends LocalMachineToken {
  readonly clientId: string;
  /** Undefined for a token that is for any audience. */
  readonly aud: readonly string[] | undefined;
}

/** What one kind's ids and opaque tokens begin with; the vendor's prefixes. */
export type MachineTokenPrefix = 'ak' | 'mt' | 'oat';

/** Whether a token still counts. */
export type Standing = 'valid' | 'revoked' | 'expired';

/** @param now Unix time in milliseconds. */
export function standingOf({ revoked, expiration }: LocalMachineToken, now: number): Standing {
  if (revoked) return 'revoked';
  return expiration !== null && expiration <= now ? 'expired' : 'valid';
}
