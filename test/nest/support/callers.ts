import type { LocalClerk } from 'clerk-nestjs/testing';

/** Everybody that a route can be called by, each with good credentials. */
export const CALLERS = [
  'nobody',
  'cookies',
  'session',
  'api key',
  'm2m',
  'm2m JWT',
  'oauth',
  'oauth JWT',
] as const;

/** One of the {@link CALLERS}. */
export type Caller = (typeof CALLERS)[number];

/** The headers that a caller sends: a fresh token of Clerk's each time. */
export function headersOf(caller: Caller, clerk: LocalClerk): Record<string, string> {
  if (caller === 'nobody') return {};
  return caller === 'cookies' ? browserOf(clerk) : bearer(tokenOf(caller, clerk));
}

/** A fresh token of Clerk's: of ada for persons and API keys, of the worker for machines. */
export function tokenOf(caller: Exclude<Caller, 'nobody' | 'cookies'>, clerk: LocalClerk): string {
  switch (caller) {
    case 'session':
      return clerk.mintSessionToken('ada');
    case 'api key':
      return clerk.createApiKey({ subject: 'ada' }).token;
    case 'm2m':
      return clerk.createM2mToken({ subject: 'worker' }).token;
    case 'm2m JWT':
      return clerk.createM2mToken({ subject: 'worker', tokenFormat: 'jwt' }).token;
    case 'oauth':
      return clerk.createOAuthAccessToken({ subject: 'ada' }).token;
    case 'oauth JWT':
      return clerk.createOAuthAccessToken({ subject: 'ada', tokenFormat: 'jwt' }).token;
    default:
      return caller satisfies never;
  }
}

/** What a program sends. */
export function bearer(token: string): { authorization: string } {
  return { authorization: `Bearer ${token}` };
}

/** The cookies of a browser that ada is signed in with. */
export function browserOf(clerk: LocalClerk): { cookie: string } {
  const session = clerk.mintSessionToken('ada');
  return { cookie: `__session=${session}; __client_uat=1; __clerk_db_jwt=dvb_of_the_test` };
}

/** What a browser sends for a page. */
export const PAGE = { accept: 'text/html', 'sec-fetch-dest': 'document' } as const;
