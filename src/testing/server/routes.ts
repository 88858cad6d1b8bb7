import { createSessionToken, getJwks, getSession, getUser } from './backend-operations.js';
import { getLocalIndex, getLocalToken, listLocalUsers } from './local-operations.js';
import { route } from './route.js';
import type { Route } from './route.js';

/** Everything the embedded instance answers. */
export const routes: readonly Route[] = [
  route('GET', '/', 'GetLocalIndex', getLocalIndex),
  route('GET', '/local/users', 'ListLocalUsers', listLocalUsers),
  route('GET', '/local/tokens/{user}', 'GetLocalToken', getLocalToken),

  route('GET', '/v1/jwks', 'GetJWKS', getJwks),
  route('GET', '/v1/users/{user_id}', 'GetUser', getUser),
  route('GET', '/v1/sessions/{session_id}', 'GetSession', getSession),
  route('POST', '/v1/sessions/{session_id}/tokens', 'CreateSessionToken', createSessionToken),
];
