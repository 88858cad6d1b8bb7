import { AuthErrorReason } from '../reasons.js';
import { needsHandshake } from './handshake.js';
import type { Case, Step } from './rule.js';

/** The query parameter and cookie that carry a development instance's browser token. */
const DEV_BROWSER = '__clerk_db_jwt';

/** A development browser that just came back from Clerk's pages brings its token in the URL. */
export function devBrowserSync(request: Case): Step | undefined {
  const { facts, instance } = request;
  if (instance.instanceType !== 'development') return undefined;
  if (!facts.url.searchParams.has(DEV_BROWSER)) return undefined;
  return needsHandshake(request, AuthErrorReason.DevBrowserSync);
}

/**
 * A development instance knows browsers by their token, as it can't share cookies with the
 * application's host. Without it, a session cookie says nothing.
 */
export function devBrowserMissing(request: Case): Step | undefined {
  const { facts, instance } = request;
  if (instance.instanceType !== 'development' || facts.cookies.devBrowser) return undefined;
  return needsHandshake(request, AuthErrorReason.DevBrowserMissing);
}
