import { primarySignInUrl } from '../deployment.js';
import { ClerkRequestError } from '../errors.js';
import { signedOut } from '../outcome.js';
import { AuthErrorReason } from '../reasons.js';
import { needsHandshake } from './handshake.js';
import type { Case, Step } from './rule.js';

/** Says in a satellite's URL how far its sync with the primary is. */
const SYNCED_PARAMETER = '__clerk_synced';

/** Names, in a development primary's URL, the satellite's page to go back to. */
const REDIRECT_PARAMETER = '__clerk_redirect_url';

/**
 * A page of a satellite whose session is not known here: the primary may know it. In production
 * the Frontend API stands between the two; on a development instance the primary itself answers.
 */
export function satelliteSync(request: Case): Step | undefined {
  const { facts, instance } = request;
  const { isSatellite, satelliteAutoSync } = instance.deployment;
  if (!isSatellite || facts.destination !== 'document' || facts.method !== 'GET') return undefined;
  const synced = facts.query(SYNCED_PARAMETER);
  if (synced === 'true') return undefined;
  const hasCookies = facts.cookies.session !== undefined || facts.cookies.clientUat !== 0;
  const isAsked = synced === 'false';
  if (hasCookies && !isAsked) return undefined;
  if (!isAsked && satelliteAutoSync !== true) {
    return signedOut(AuthErrorReason.SessionTokenAndUATMissing);
  }
  const location = instance.instanceType === 'development' ? primaryUrl(request) : undefined;
  return needsHandshake(request, AuthErrorReason.SatelliteCookieNeedsSyncing, { location });
}

/** Where a development satellite asks: the primary's sign-in page, with its own address. */
function primaryUrl({ facts, instance }: Case): string {
  const url = primarySignInUrl(instance.deployment);
  url.searchParams.append(REDIRECT_PARAMETER, facts.url.href);
  return url.href;
}

/** A development primary sends a satellite's visitor back, with the token that stands for the browser. */
export function primaryRespondsToSync(request: Case): Step | undefined {
  const { facts, instance, policy } = request;
  if (instance.instanceType !== 'development' || instance.deployment.isSatellite) return undefined;
  const wanted = facts.query(REDIRECT_PARAMETER);
  if (!wanted) return undefined;
  const url = readUrl(wanted);
  if (!isAllowed(url, policy.allowedRedirectOrigins)) return undefined;
  if (facts.devBrowser) url.searchParams.append('__clerk_db_jwt', facts.devBrowser);
  url.searchParams.set(SYNCED_PARAMETER, 'true');
  return needsHandshake(request, AuthErrorReason.PrimaryRespondsToSyncing, { location: url.href });
}

/** The token lets whoever holds it act as this browser, so it goes to named origins where there are any. */
function isAllowed(url: URL, origins: readonly string[] | undefined): boolean {
  // An address of another kind, such as `blob:`, can have the origin of a page.
  return origins === undefined || (isWeb(url) && origins.includes(url.origin));
}

function isWeb({ protocol }: URL): boolean {
  return protocol === 'https:' || protocol === 'http:';
}

function readUrl(text: string): URL {
  if (URL.canParse(text)) return new URL(text);
  throw new ClerkRequestError(`The parameter ${REDIRECT_PARAMETER} is not an absolute URL.`);
}
