import { route } from '../route.js';
import type { Route } from '../route.js';
import { refreshSession } from '../session-refresh.js';
import { machineRoutes } from './machine-routes.js';
import { invitationRoutes, membershipRoutes, organizationRoutes } from './organization-routes.js';
import { roleRoutes } from './role-routes.js';
import {
  createSession,
  createTemplateToken,
  getSession,
  getSessionList,
  revokeSession,
  verifySession,
} from './session-operations.js';
import { createSessionToken, getHandshakePayload, getJwks } from './session-tokens.js';
import { createSignInToken, revokeSignInToken } from './sign-in-tokens.js';
import { userRoutes } from './user-routes.js';

const SESSION = '/v1/sessions/{session_id}';

const sessionRoutes: readonly Route[] = [
  route('GET', '/v1/clients/handshake_payload', 'GetHandshakePayload', getHandshakePayload),
  route('GET', '/v1/jwks', 'GetJWKS', getJwks),
  route('GET', '/v1/sessions', 'GetSessionList', getSessionList),
  route('POST', '/v1/sessions', 'createSession', createSession),
  route('GET', SESSION, 'GetSession', getSession),
  route('POST', `${SESSION}/revoke`, 'RevokeSession', revokeSession),
  route('POST', `${SESSION}/verify`, 'VerifySession', verifySession),
  route('POST', `${SESSION}/refresh`, 'RefreshSession', refreshSession),
  route('POST', `${SESSION}/tokens`, 'CreateSessionToken', createSessionToken),
  route(
    'POST',
    `${SESSION}/tokens/{template_name}`,
    'CreateSessionTokenFromTemplate',
    createTemplateToken,
  ),
  route('POST', '/v1/sign_in_tokens', 'CreateSignInToken', createSignInToken),
  route(
    'POST',
    '/v1/sign_in_tokens/{sign_in_token_id}/revoke',
    'RevokeSignInToken',
    revokeSignInToken,
  ),
];

/** What the embedded instance answers as the Backend API. */
export const backendRoutes: readonly Route[] = [
  ...sessionRoutes,
  ...userRoutes,
  ...organizationRoutes,
  ...membershipRoutes,
  ...invitationRoutes,
  ...roleRoutes,
  ...machineRoutes,
];
