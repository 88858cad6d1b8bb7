import { expect } from '@jest/globals';
import { browserRequest, type BrowserParts, sessionCookies } from './browser.js';
import { local } from './engine.js';
import { answerOfOurs, answerOfTheirs, type PairSettings } from './verdict-pair.js';

// Without an issuer it counts on an instance of any name.
export const SESSION = local.mintSessionToken('ada', { iss: undefined });
export const SYNC = 'primary-domain-cross-origin-sync';
const HOST = 'clerk.example.com';
export const DEVELOPMENT = { type: 'development', host: 'quick-fox-1.clerk.accounts.dev' } as const;
export const PRODUCTION = { type: 'production', host: HOST } as const;

/** A page request of a signed-in visitor who comes from another page. */
export function visit(referer: string | undefined, browser: BrowserParts = {}) {
  const cookies = { ...sessionCookies(SESSION), ...browser.cookies };
  return browserRequest({ ...browser, cookies, headers: { referer, ...browser.headers } });
}

/** Our verdict without the address, which is compared with the vendor's on the way. */
export async function verdictOn(request: ReturnType<typeof visit>, settings: PairSettings) {
  const ours = await answerOfOurs(request, settings);
  expect(ours).toBe(await answerOfTheirs(request, settings));
  return ours.replace(/ -> .*/, '');
}
