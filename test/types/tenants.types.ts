/** Checked by `tsc -p test/tsconfig.json`, never run. */
import type { DynamicModule } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import {
  type ClerkClient,
  ClerkModule,
  type ClerkModuleOptions,
  type ClerkOptions,
  type ClerkOptionsCallback,
  type ClerkOptionsFactory,
  type ClerkSettings,
  type TenantsOptions,
} from 'clerk-nestjs';
import { exactly } from './exactly.js';

const keys: ClerkOptions = { publishableKey: 'pk_test_1', secretKey: 'sk_test_1' };

export const functions: DynamicModule[] = [
  ClerkModule.forRoot((request) => {
    exactly<IncomingMessage>()(request);
    return request.headers.host === 'acme.example' ? keys : {};
  }),
  ClerkModule.forRoot(async () => keys),
  ClerkModule.forRoot(() => keys, { globalGuard: true, audit: 'error', protect: ['/admin(.*)'] }),
  ClerkModule.forRootAsync({ useFactory: () => () => keys }),
  ClerkModule.forRootAsync({ globalGuard: true, useFactory: async () => async () => keys }),
];

export const tenants: TenantsOptions[] = [
  { resolve: ({ headers }) => headers.host, load: (id) => ({ ...keys, signInUrl: `/${id}` }) },
  { resolve: async () => null, load: async () => undefined, unknown: 404 },
  {
    resolve: (request) => {
      exactly<IncomingMessage>()(request);
      return undefined;
    },
    load: (id) => {
      exactly<string>()(id);
      return null;
    },
    unknown: (request, id) => {
      exactly<string | undefined>()(id);
      return new Error(request.url);
    },
    idleTimeoutInMs: 1_000,
    max: 10,
  },
];

const [first = { resolve: () => null, load: () => null }] = tenants;

export const modules: DynamicModule[] = [
  ClerkModule.forRoot({ tenants: first, clockSkewInMs: 1, globalGuard: true }),
  ClerkModule.forRootAsync({ useFactory: () => ({ tenants: first }) }),
];

export class Settings implements ClerkOptionsFactory {
  async createClerkOptions(): Promise<ClerkSettings> {
    return { tenants: first };
  }
}

export class Computed implements ClerkOptionsFactory {
  createClerkOptions(): ClerkSettings {
    return () => keys;
  }
}

export async function byFor(clerk: ClerkClient): Promise<void> {
  exactly<ClerkClient>()(clerk.for('acme'));
  exactly<ClerkClient>()(clerk.for(keys));
  // @ts-expect-error -- neither an id nor options
  clerk.for(7);
  // @ts-expect-error -- nobody's
  clerk.for();
}

export const wrongTenants: TenantsOptions[] = [
  // @ts-expect-error -- nobody is loaded
  { resolve: () => 'acme' },
  // @ts-expect-error -- nobody is told apart
  { load: () => keys },
  // @ts-expect-error -- an id is text
  { resolve: () => 7, load: () => keys },
  // @ts-expect-error -- a status is a number
  { resolve: () => 'acme', load: () => keys, unknown: '404' },
  // @ts-expect-error -- the exception is forgotten
  { resolve: () => 'acme', load: () => keys, unknown: () => {} },
  // @ts-expect-error -- a misspelt member
  { resolve: () => 'acme', load: () => keys, unknwon: 404 },
];

export const wrongFunctions: ClerkOptionsCallback[] = [
  // @ts-expect-error -- nothing is returned
  () => {},
  // @ts-expect-error -- nobody's options are none
  () => undefined,
  // @ts-expect-error -- an option is misspelt in what is returned
  () => ({ secretKy: 'sk_test_1' }),
];

// @ts-expect-error -- options don't stand beside a function
ClerkModule.forRoot(() => keys, { secretKey: 'sk_test_1' });
// @ts-expect-error -- tenants neither
ClerkModule.forRoot(() => keys, { tenants: first });

// @ts-expect-error -- a tenant has no tenants
export const nested: ClerkOptions = { tenants: first };

// @ts-expect-error -- the function stands alone
export const late: ClerkModuleOptions = { ...keys, resolve: () => 'acme' };
