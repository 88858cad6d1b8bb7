import { handshakeDirectives } from '../handshake.js';
import type { LocalClient } from '../local-client.js';
import { invalidParameter, missingParameter } from './api-errors.js';
import { clientFor, remember } from './dev-browser.js';
import { backToApp, REDIRECT_URL_RULE, redirectUrlOf } from './redirect-url.js';
import { json, redirect } from './reply.js';
import type { Reply } from './reply.js';
import type { Call } from './route.js';

/** `POST /v1/dev_browser`: a token for a browser that has none. */
export function createDevBrowser({ instance }: Call): Reply {
  const { devBrowser, updatedAt } = instance.store.clients.create(instance.now());
  return json(200, {
    object: 'dev_browser',
    id: devBrowser,
    instance_id: instance.kid,
    token: devBrowser,
    created_at: updatedAt,
    updated_at: updatedAt,
  });
}

/** `GET /v1/client/handshake`: sends the browser back with what its cookies at the app must be. */
export function handshakeClient(call: Call): Reply {
  const { query } = call;
  const url = redirectUrlOf(call);
  if (url === 'missing') return missingParameter('redirect_url', 400);
  if (url === 'refused') return invalidParameter('redirect_url', REDIRECT_URL_RULE, 400);
  const format = query.get('format') ?? 'token';
  if (format !== 'token' && format !== 'nonce') {
    return invalidParameter('format', 'must be "nonce" or "token"', 400);
  }
  const client = handshakingClient(call);
  activateOrganization(call, client);
  const [parameter, value] = payload(call, client, { origin: url.origin, format });
  return remember(client, redirect(307, backToApp(url, parameter, value)));
}

// The app's token first: an app on another host keeps its browser though this host's cookie is new.
function handshakingClient(call: Call): LocalClient {
  const shown = call.query.get('__clerk_db_jwt') ?? undefined;
  return call.instance.store.clients.find(shown) ?? clientFor(call);
}

function activateOrganization({ instance, query }: Call, client: LocalClient): void {
  const organization = query.get('organization_id');
  if (organization !== null) {
    instance.store.clients.activate(client, organization, instance.now());
  }
}

// In the query, as development instances do: they share no cookie host with the app.
function payload(
  { instance, query, refreshTokens }: Call,
  client: LocalClient,
  { origin, format }: { origin: string; format: 'token' | 'nonce' },
): [parameter: string, value: string] {
  const suffixed = query.get('suffixed_cookies') === 'true';
  const directives = handshakeDirectives(instance, client, {
    origin,
    suffixed,
    refreshTokens,
    // The browser has come to the app with its token in the URL: from one of our pages.
    followsAction: query.get('__clerk_hs_reason') === 'dev-browser-sync',
  });
  return format === 'nonce'
    ? ['__clerk_handshake_nonce', instance.store.nonces.issue(directives, instance.now())]
    : ['__clerk_handshake', instance.mintHandshake(directives)];
}
