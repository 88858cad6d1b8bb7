import { createClerkClient } from '@clerk/backend';
import { isClerkAPIResponseError } from '@clerk/backend/errors';
import { expect } from '@jest/globals';
import { createBackendApiClient } from '../../../src/client/index.js';
import type { BackendApiClient } from '../../../src/client/index.js';
import type { Backend } from './backend.js';

process.env.CLERK_TELEMETRY_DISABLED = '1';

/** The clients that have to be able to drive an embedded instance, each a way to make it. */
export const CLIENTS: readonly [name: string, make: (backend: Backend) => BackendApiClient][] = [
  [
    "the vendor's client",
    ({ clerk }) => {
      const { secretKey, machineSecretKey, apiUrl } = clerk.options;
      const keys = { secretKey, machineSecretKey, apiUrl };
      const client: unknown = createClerkClient({ ...keys, telemetry: { disabled: true } });
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the methods used here are the same
      return client as BackendApiClient;
    },
  ],
  [
    'our client',
    ({ clerk }) => {
      const { secretKey, machineSecretKey, apiUrl } = clerk.options;
      return createBackendApiClient({ secretKey, machineSecretKey, apiUrl });
    },
  ],
];

/** The error of a call, which must be one of the API's. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  const error: unknown = await promise.then(
    () => new Error('resolved'),
    (reason: unknown) => reason,
  );
  expect(isClerkAPIResponseError(error)).toBe(true);
  return error;
}
