import {
  createSessionToken,
  getHandshakePayload,
  getJwks,
  getSession,
  getUser,
} from './backend-operations.js';
import { createDevBrowser, handshakeClient } from './frontend-operations.js';
import {
  verifyApiKey,
  verifyM2mToken,
  verifyOAuthAccessToken,
} from './machine-token-operations.js';
import { getLocalIndex, getLocalToken, listLocalUsers } from './local-operations.js';
import { getSignIn, getSignUp, signIn, signOut } from './page-operations.js';
import { route } from './route.js';
import type { Route } from './route.js';
import { refreshSession } from './session-refresh.js';

/** Everything the embedded instance answers. */
export const routes: readonly Route[] = [
  route('GET', '/', 'GetLocalIndex', getLocalIndex),
  route('GET', '/local/users', 'ListLocalUsers', listLocalUsers),
  route('GET', '/local/tokens/{user}', 'GetLocalToken', getLocalToken),

  route('GET', '/sign-in', 'GetSignIn', getSignIn),
  route('POST', '/sign-in', 'SignIn', signIn),
  route('GET', '/sign-up', 'GetSignUp', getSignUp),
  route('GET', '/sign-out', 'SignOut', signOut),
  route('POST', '/sign-out', 'SignOut', signOut),

  route('POST', '/v1/dev_browser', 'createDevBrowser', createDevBrowser),
  route('GET', '/v1/client/handshake', 'handshakeClient', handshakeClient),

  route('GET', '/v1/clients/handshake_payload', 'GetHandshakePayload', getHandshakePayload),
  route('GET', '/v1/jwks', 'GetJWKS', getJwks),
  route('GET', '/v1/users/{user_id}', 'GetUser', getUser),
  route('GET', '/v1/sessions/{session_id}', 'GetSession', getSession),
  route('POST', '/v1/sessions/{session_id}/tokens', 'CreateSessionToken', createSessionToken),
  route('POST', '/v1/sessions/{session_id}/refresh', 'RefreshSession', refreshSession),

  route('POST', '/api_keys/verify', 'verifyApiKey', verifyApiKey),
  route('POST', '/m2m_tokens/verify', 'verifyM2MToken', verifyM2mToken),
  route(
    'POST',
    '/oauth_applications/access_tokens/verify',
    'verifyOAuthAccessToken',
    verifyOAuthAccessToken,
  ),
];
