import { AuthErrorReason } from '../reasons.js';
import { needsHandshake } from './handshake.js';
import type { Case, Step } from './rule.js';

/** A development browser that just came back from Clerk's pages brings its token in the URL. */
export function devBrowserSync(request: Case): Step | undefined {
  const { facts, instance } = request;
  if (instance.instanceType !== 'development') return undefined;
  if (!facts.url.searchParams.has('__clerk_db_jwt')) return undefined;
  return needsHandshake(request, AuthErrorReason.DevBrowserSync);
}

/**
 * A development instance knows browsers by their token, as it can't share cookies with the
 * application's host. Without it, a session cookie says nothing.
 */
export function devBrowserMissing(request: Case): Step | undefined {
  const { facts, instance } = request;
  if (instance.instanceType !== 'development' || facts.devBrowser) return undefined;
  return needsHandshake(request, AuthErrorReason.DevBrowserMissing);
}
