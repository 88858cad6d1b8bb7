import { given, orNull, shape } from '../shape.js';

/** A phone or tablet that a user has enrolled to sign in with. All times are Unix times in milliseconds. Source: schema TrustedDevice. */
export interface TrustedDevice {
  /** What `trustedDeviceId` is in parameters. */
  readonly id: string;
  /** What the device runs. */
  readonly platform: 'ios' | 'android';
  /** The app that enrolled it: a bundle or package id. */
  readonly appIdentifier: string;
  /** What the user calls it. */
  readonly name: string | null;
  /** How its key signs. */
  readonly algorithm: 'ES256';
  /** Whether it is still trusted. */
  readonly status: 'active' | 'revoked';
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt: number;
  /** When it was last changed: a Unix time in milliseconds. */
  readonly updatedAt: number;
  /** Null when it has never been used. */
  readonly lastUsedAt: number | null;
  /** Null while it is active. */
  readonly revokedAt: number | null;
}

/** Reads a resource whose `object` is `trusted_device`. */
export const readTrustedDevice = shape<TrustedDevice>({
  id: given,
  platform: given,
  appIdentifier: given,
  name: orNull,
  algorithm: given,
  status: given,
  createdAt: given,
  updatedAt: given,
  lastUsedAt: orNull,
  revokedAt: orNull,
});
