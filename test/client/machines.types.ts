/**
 * Checked by `tsc -p test/tsconfig.json`, never run: code that was written for the vendor's client
 * takes ours, and the other way round where things are read.
 */
import type { ClerkClient as VendorClient } from '@clerk/backend';
import type { BackendApiClient } from '../../src/client/index.js';

type Apis =
  | 'apiKeys'
  | 'billing'
  | 'enterpriseConnections'
  | 'idPOAuthAccessToken'
  | 'm2m'
  | 'machines'
  | 'oauthApplications'
  | 'samlConnections';

/** The methods of an API by their names alone: what else its class has is its own business. */
type Methods<Api> = Pick<Api, keyof Api>;

/** Where the vendor promises a resource, and only what is left of a deleted one comes. */
type Deleting = 'delete' | 'deleteScope' | 'deleteEnterpriseConnection' | 'deleteSamlConnection';

/** Ours can stand in for the vendor's: what it answers has all fields, of the same types. */
export const standIn = (
  ours: Pick<BackendApiClient, Apis>,
): { [Api in Apis]: Methods<VendorClient[Api]> } => ours;

/** The vendor's can stand in for ours, as far as it has our methods. */
export const vendorsStandIn = (vendor: {
  [Api in Apis]: Methods<VendorClient[Api]>;
}): {
  [Api in Apis]: Omit<
    Pick<BackendApiClient[Api], keyof VendorClient[Api] & keyof BackendApiClient[Api]>,
    Deleting
  >;
} => vendor;

/** The lists of arguments of an API's methods, by their names. */
type Arguments<Api> = {
  [Name in keyof Api]: Api[Name] extends (...args: infer Args) => unknown ? Args : never;
};

/** What the vendor's methods take, ours take. */
export const parameters = (vendor: {
  [Api in Apis]: Arguments<VendorClient[Api]>;
}): {
  [Api in Apis]: Pick<
    Arguments<BackendApiClient[Api]>,
    keyof VendorClient[Api] & keyof BackendApiClient[Api]
  >;
} => vendor;
