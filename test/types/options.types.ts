/** Checked by `tsc -p test/tsconfig.json`, never run. */
import { createClerkClient as createVendorClient } from '@clerk/backend';
import {
  ClerkClient,
  ClerkModule,
  type ClerkModuleOptions,
  type ClerkOptions,
  createClerkClient,
} from 'clerk-nestjs';

export const values: ClerkOptions = {
  domain: 'satellite.example',
  isSatellite: true,
  proxyUrl: '/__clerk',
  acceptsToken: ['session_token', 'api_key'],
};

export const functions: ClerkOptions = {
  domain: (url) => (url.hostname === 'satellite.example' ? url.host : undefined),
  isSatellite: (url) => url.hostname === 'satellite.example',
  proxyUrl: (url: URL) => `${url.origin}/__clerk`,
  acceptsToken: 'any',
};

export const clients: ClerkOptions[] = [
  { clerkClient: createClerkClient({ secretKey: 'sk_test_1' }) },
  { clerkClient: createVendorClient({ secretKey: 'sk_test_1' }) },
];

/** Whatever has the methods will do in the place of a client, also in a test. */
export const injected = (clerk: ClerkClient): ClerkOptions => ({ clerkClient: clerk });

export const extras: ClerkModuleOptions = { ...values, isGlobal: false, globalGuard: true };

export const modules = [
  ClerkModule.forRoot(),
  ClerkModule.forRoot(functions),
  ClerkModule.forRootAsync({ globalGuard: true, useFactory: async () => values }),
];

export const wrong: ClerkModuleOptions[] = [
  // @ts-expect-error -- a domain is text
  { domain: (url) => url },
  // @ts-expect-error -- a flag is no text
  { isSatellite: 'true' },
  // @ts-expect-error -- no function of the URL
  { secretKey: () => 'sk_test_1' },
  // @ts-expect-error -- there is no such kind
  { acceptsToken: 'session' },
  // @ts-expect-error -- a list has no `any`
  { acceptsToken: ['any'] },
  // @ts-expect-error -- a list of origins
  { authorizedParties: 'https://app.example' },
  // @ts-expect-error -- a number
  { clockSkewInMs: '5000' },
  // @ts-expect-error -- not a client
  { clerkClient: {} },
  // @ts-expect-error -- a misspelt option
  { authorisedParties: ['https://app.example'] },
];

// @ts-expect-error -- shapes the application: it stands beside the factory
export const late: ClerkOptions = { globalGuard: true };
