import { backendRoutes } from './backend/routes.js';
import { createDevBrowser, handshakeClient } from './frontend-operations.js';
import { getLocalIndex, getLocalToken, listLocalUsers } from './local-operations.js';
import { getSignIn, getSignUp, signIn, signOut } from './page-operations.js';
import { route } from './route.js';
import type { Route } from './route.js';

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

  ...backendRoutes,
];
