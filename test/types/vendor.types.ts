/**
 * Code that is typed by the vendor's types takes ours, and the other way round. Checked by
 * `tsc -p test/tsconfig.json`, never run.
 */
import type { ClerkClient as VendorClient, InvalidTokenAuthObject } from '@clerk/backend';
import type * as Vendor from '@clerk/backend/internal';
import type * as Ours from 'clerk-nestjs';

/** Ours where the vendor's is expected. */
export const auths = (
  signedIn: Ours.SignedInAuthObject,
  signedOut: Ours.SignedOutAuthObject,
  apiKey: Ours.AuthenticatedMachineObject<'api_key'>,
  m2m: Ours.AuthenticatedMachineObject<'m2m_token'>,
  oauth: Ours.AuthenticatedMachineObject<'oauth_token'>,
  noKey: Ours.UnauthenticatedMachineObject<'api_key'>,
  noKind: Ours.InvalidTokenAuthObject,
): [
  Vendor.SignedInAuthObject,
  Vendor.SignedOutAuthObject,
  Vendor.AuthenticatedMachineObject<'api_key'>,
  Vendor.AuthenticatedMachineObject<'m2m_token'>,
  Vendor.AuthenticatedMachineObject<'oauth_token'>,
  Vendor.UnauthenticatedMachineObject<'api_key'>,
  InvalidTokenAuthObject,
] => [signedIn, signedOut, apiKey, m2m, oauth, noKey, noKind];

/** The vendor's where ours is expected. */
export const vendorAuths = (
  signedIn: Vendor.SignedInAuthObject,
  signedOut: Vendor.SignedOutAuthObject,
  apiKey: Vendor.AuthenticatedMachineObject<'api_key'>,
  m2m: Vendor.AuthenticatedMachineObject<'m2m_token'>,
  oauth: Vendor.AuthenticatedMachineObject<'oauth_token'>,
  noKind: InvalidTokenAuthObject,
): [
  Ours.SignedInAuthObject,
  Ours.SignedOutAuthObject,
  Ours.AuthenticatedMachineObject<'api_key'>,
  Ours.AuthenticatedMachineObject<'m2m_token'>,
  Ours.AuthenticatedMachineObject<'oauth_token'>,
  Ours.InvalidTokenAuthObject,
] => [signedIn, signedOut, apiKey, m2m, oauth, noKind];

/** States of requests that nobody is signed in on. */
export const states = (
  signedOut: Ours.UnauthenticatedState,
  handshake: Ours.HandshakeState,
  machine: Ours.RequestState<'m2m_token'>,
): [Vendor.RequestState, Vendor.RequestState, Vendor.RequestState<'m2m_token'>] => [
  signedOut,
  handshake,
  machine,
];

/** The vendor's type forgets that a pending session counts as signed out. */
export const signedIn = (state: Ours.AuthenticatedState): Vendor.AuthenticatedState =>
  // @ts-expect-error -- ours says it
  state;

/** The vendor's reasons of a token are any text, ours are those that there are. */
export const vendorState = (state: Vendor.AuthenticatedState): Ours.RequestState => state;

/** Options go both ways, but for the client, of which the vendor's needs more than ours has. */
export const options = (
  ours: Omit<Ours.AuthenticateRequestOptions, 'apiClient' | 'acceptsToken'>,
  vendors: Vendor.AuthenticateRequestOptions,
): [Vendor.AuthenticateRequestOptions, Ours.AuthenticateRequestOptions] => [ours, vendors];

export const kinds = (ours: Ours.TokenType, vendors: Vendor.TokenType) =>
  [ours, vendors] satisfies [Vendor.TokenType, Ours.TokenType];

/** The vendor's client stands in for ours where requests are authenticated. */
export const clients = (
  vendors: VendorClient,
): Pick<Ours.ClerkOptions, 'clerkClient'> & Pick<Ours.AuthenticateRequestOptions, 'apiClient'> => ({
  clerkClient: vendors,
  apiClient: vendors,
});
