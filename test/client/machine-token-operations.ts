import type { createClerkClient as createVendorClient } from '@clerk/backend';
import type { BackendApiClient } from '../../src/client/index.js';
import { wireAccessToken, wireApiKey, wireM2MToken } from './wire-machine-tokens.js';

/** What our client and the vendor's have in common here. */
export type MachineTokenApis = Pick<
  BackendApiClient | ReturnType<typeof createVendorClient>,
  'apiKeys' | 'm2m' | 'idPOAuthAccessToken'
>;

/** One operation that verifies a machine token, as the suites that try all three see it. */
export interface MachineTokenOperation {
  readonly name: string;
  readonly path: string;
  /** An opaque token of the kind. */
  readonly token: string;
  /** The name of the token in the body. */
  readonly field: string;
  /** A successful answer. */
  readonly wire: Readonly<Record<string, unknown>>;
  readonly verify: (client: MachineTokenApis, token: string) => Promise<unknown>;
}

/** The three operations that verify machine tokens. */
export const machineTokenOperations: readonly MachineTokenOperation[] = [
  {
    name: 'apiKeys.verify',
    path: '/api_keys/verify',
    token: 'ak_never_to_be_seen',
    field: 'secret',
    wire: wireApiKey,
    verify: (client, token) => client.apiKeys.verify(token),
  },
  {
    name: 'm2m.verify',
    path: '/m2m_tokens/verify',
    token: 'mt_never_to_be_seen',
    field: 'token',
    wire: wireM2MToken,
    verify: (client, token) => client.m2m.verify({ token }),
  },
  {
    name: 'idPOAuthAccessToken.verify',
    path: '/oauth_applications/access_tokens/verify',
    token: 'oat_never_to_be_seen',
    field: 'access_token',
    wire: wireAccessToken,
    verify: (client, token) => client.idPOAuthAccessToken.verify(token),
  },
];
