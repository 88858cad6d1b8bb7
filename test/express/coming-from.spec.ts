import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import * as vendor from '@clerk/express';
import type { ClerkMiddlewareOptions as VendorOptions } from '@clerk/express';
import * as vendorWebhooks from '@clerk/express/webhooks';
import * as ours from 'clerk-nestjs';
import type {
  AuthObject,
  ClerkMiddlewareOptions,
  ClerkMiddlewareOptionsCallback,
  RequestState,
  SignedInAuthObject,
  WithAuth,
} from 'clerk-nestjs';

const page = readFileSync(`${import.meta.dirname}/../../docs/coming-from-clerk-express.md`, 'utf8');

/** Every option of the vendor's middleware: the compiler knows when one is missing, or gone. */
const OPTIONS = {
  acceptsToken: true,
  afterSignInUrl: true,
  afterSignUpUrl: true,
  apiClient: true,
  apiUrl: true,
  apiVersion: true,
  audience: true,
  authorizedParties: true,
  clerkClient: true,
  clockSkewInMs: true,
  debug: true,
  domain: true,
  frontendApiProxy: true,
  headerType: true,
  isSatellite: true,
  jwksCacheTtlInMs: true,
  jwtKey: true,
  machineSecretKey: true,
  organizationSyncOptions: true,
  proxyUrl: true,
  publishableKey: true,
  satelliteAutoSync: true,
  secretKey: true,
  signInUrl: true,
  signUpUrl: true,
  skipJwksCache: true,
} as const satisfies Record<KeysOf<VendorOptions>, true>;

/** Of every member of a union. */
type KeysOf<Type> = Type extends unknown ? keyof Type : never;

/** The names of ours on the page that only the compiler knows; it fails where one is gone. */
type Types = {
  AuthObject: AuthObject;
  ClerkMiddlewareOptions: ClerkMiddlewareOptions;
  ClerkMiddlewareOptionsCallback: ClerkMiddlewareOptionsCallback;
  RequestState: RequestState;
  SignedInAuthObject: SignedInAuthObject;
  WithAuth: WithAuth<object>;
};
const TYPES = {
  AuthObject: true,
  ClerkMiddlewareOptions: true,
  ClerkMiddlewareOptionsCallback: true,
  RequestState: true,
  SignedInAuthObject: true,
  WithAuth: true,
} as const satisfies Record<keyof Types, true>;

/** The rows of the page's tables: what is there, and what is here instead. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('|') && !line.startsWith('| --'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, theirs = '', here = '']) => ({ theirs, here }));

const mentioned = (text: string, name: string) =>
  new RegExp(`\`[^\`]*\\b${name}\\b[^\`]*\``).test(text);

/** What stands in backticks. */
function codeOf(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

describe('docs/coming-from-clerk-express.md', () => {
  it.each(Object.keys(vendor).map((name) => [name]))(
    'says what becomes of %s of @clerk/express',
    (name) => {
      expect(rows.some(({ theirs }) => mentioned(theirs, name))).toBe(true);
    },
  );

  it.each(Object.keys(vendorWebhooks).map((name) => [name]))(
    'says what becomes of %s of @clerk/express/webhooks',
    (name) => {
      const row = rows.find(({ theirs }) => theirs.includes('@clerk/express/webhooks'));
      expect(row && mentioned(row.theirs, name)).toBe(true);
    },
  );

  it.each(Object.keys(OPTIONS).map((name) => [name]))(
    'says what becomes of the option %s',
    (name) => {
      expect(rows.some(({ theirs }) => mentioned(theirs, name))).toBe(true);
    },
  );

  it('names nothing of ours that there is not', () => {
    const here = rows.flatMap(({ here: text }) => codeOf(text));
    const examples = [...page.matchAll(/```(?:diff|ts)\n([^]*?)```/g)].flatMap(([, code = '']) =>
      [...code.matchAll(/^\+import \{ (.*) \} from 'clerk-nestjs'/gm)].flatMap(([, names = '']) =>
        names.split(', '),
      ),
    );
    const names = [...here.flatMap(exportsIn), ...examples];
    expect(names).toEqual(
      expect.arrayContaining(['clerkMiddleware', 'ClerkAuthGuard', 'WithAuth']),
    );
    const missing = names.filter((name) => !(name in ours) && !(name in TYPES));
    expect(missing).toEqual([]);
  });

  it('names no row where "the same" is not so', () => {
    const same = rows.filter(({ here }) => here.startsWith('the same'));
    const names = same.flatMap(({ theirs }) => codeOf(theirs)).flatMap(exportsIn);
    const known = (name: string) => name in ours || name in TYPES || name in OPTIONS;
    expect(names.filter((name) => !known(name))).toEqual([]);
  });
});

/** The export that a piece of code begins with: `requireAuth(options?)`, `ClerkModule.forRoot()`. */
function exportsIn(code: string): string[] {
  const name = /^(?:@(?=[A-Z]))?([A-Za-z_]+)/.exec(code)?.[1];
  return name === undefined || isMember(name) ? [] : [name];
}

/** Whether code that begins with a name is about something that is no export: all that there is. */
function isMember(name: string): boolean {
  const known = [
    ...Object.keys(OPTIONS),
    ...Object.getOwnPropertyNames(ours.ClerkAuthenticator.prototype),
    ...Object.getOwnPropertyNames(Object.getPrototypeOf(ours.ClerkAuthenticator.prototype)),
    ...Object.getOwnPropertyNames(ours.ClerkModule),
    ...OF_OTHERS,
  ];
  return known.includes(name) || name.startsWith('CLERK_');
}

/** What is of requests, auth objects and the platform. */
const OF_OTHERS = ['req', 'res', 'protect', 'Request'];
