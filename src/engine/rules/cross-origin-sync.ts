import { frontendApiUrl } from '../instance.js';
import { accountPortalOf, isDevelopmentAccountPortal } from '../account-portal.js';
import { AuthErrorReason } from '../reasons.js';
import { needsHandshake } from './handshake.js';
import type { Case, Step } from './rule.js';

/**
 * A signed-in visitor of the primary who comes from another domain may have signed out, or in as
 * somebody else, on a satellite there: Clerk is asked once.
 */
export function crossOriginSync(request: Case): Step | undefined {
  const { facts, instance } = request;
  const mayComeFromSatellite =
    !instance.deployment.isSatellite &&
    facts.method === 'GET' &&
    facts.destination === 'document' &&
    facts.cookies.redirectCount === 0;
  if (!mayComeFromSatellite || !facts.referrer || !URL.canParse(facts.referrer)) return undefined;
  const referrer = new URL(facts.referrer);
  if (referrer.origin === facts.url.origin || isClerk(referrer, request)) return undefined;
  return needsHandshake(request, AuthErrorReason.PrimaryDomainCrossOriginSync, {
    message: 'The page before this one was on another domain, where the session may have changed.',
  });
}

/** Clerk's own pages: who comes from there has just been dealt with. */
function isClerk(referrer: URL, { instance, facts }: Case): boolean {
  const frontendApi = frontendApiUrl(instance, facts.url);
  if (referrer.hostname === frontendApi.hostname) return true;
  if (instance.instanceType === 'development' && isDevelopmentAccountPortal(referrer.hostname)) {
    return true;
  }
  if (instance.deployment.proxyUrl) return false;
  return referrer.origin === new URL(accountPortalOf(instance.frontendApi)).origin;
}
