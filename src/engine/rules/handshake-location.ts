import { BACKEND_API_DATE } from '../../backend-api.js';
import { frontendApiUrl } from '../instance.js';
import type { RequestFacts } from '../facts/request-facts.js';
import type { AuthReason } from '../reasons.js';
import type { Case } from './rule.js';

/** The parameters by which a development browser's token travels; stale ones must not come back. */
const DEV_BROWSER_PARAMETERS = ['__clerk_db_jwt', '__dev_session'];

/**
 * Where a browser goes for a handshake: the instance's Frontend API, or the proxy in front of it.
 * The session token goes along, to nobody but Clerk, so that Clerk knows which session is meant.
 */
export function handshakeLocation(request: Case, reason: AuthReason): string {
  const { facts, instance } = request;
  const url = new URL('v1/client/handshake', baseUrl(request));
  const query = url.searchParams;
  query.append('redirect_url', returnUrl(facts.url));
  query.append('__clerk_api_version', BACKEND_API_DATE);
  query.append('suffixed_cookies', String(facts.cookies.suffixed));
  query.append('__clerk_hs_reason', reason);
  query.append('format', 'nonce');
  const session = currentToken(facts);
  if (session) query.append('__session', session);
  if (instance.instanceType === 'development' && facts.devBrowser) {
    query.append('__clerk_db_jwt', facts.devBrowser);
  }
  const organization = wantedOrganization(request);
  if (organization !== undefined) query.append('organization_id', organization);
  return url.href;
}

function baseUrl({ facts, instance }: Case): URL {
  const base = frontendApiUrl(instance, facts.url);
  // With a slash at its end the whole base stays, whatever path the proxy is under.
  base.pathname = base.pathname.replace(/\/*$/, '/');
  return base;
}

/** Clerk activates the organization that the URL asks for, by its id or slug; empty means none. */
function wantedOrganization({ facts, policy }: Case): string | undefined {
  const target = policy.organizations(facts.url.pathname);
  if (!target) return undefined;
  return target.type === 'organization' ? target.value : '';
}

function returnUrl(publicUrl: URL): string {
  const url = new URL(publicUrl);
  for (const name of DEV_BROWSER_PARAMETERS) url.searchParams.delete(name);
  return url.href;
}

function currentToken({ cookies, bearer }: RequestFacts): string | undefined {
  return (cookies.session ?? bearer)?.text;
}
