/** Checked by `tsc -p test/tsconfig.json`, never run. */
import {
  type AuthenticatedMachineObject,
  type AuthenticatedState,
  authenticateRequest,
  type AuthReason,
  AuthStatus,
  type ClerkClient,
  type HandshakeState,
  type InvalidTokenAuthObject,
  type RequestState,
  type SignedInAuthObject,
  type SignedOutAuthObject,
  type TokenType,
  type UnauthenticatedMachineObject,
  type UnauthenticatedState,
} from 'clerk-nestjs';
import { exactly } from './exactly.js';

export async function byStatus(request: Request): Promise<Response | string> {
  const state = await authenticateRequest(request, { secretKey: 'sk_test_1' });
  exactly<RequestState>()(state);
  exactly<'session_token'>()(state.tokenType);
  switch (state.status) {
    case AuthStatus.Handshake:
      exactly<HandshakeState>()(state);
      exactly<null>()(state.toAuth());
      return new Response(null, { status: 307, headers: state.headers });
    case AuthStatus.SignedOut:
      exactly<UnauthenticatedState>()(state);
      exactly<SignedOutAuthObject>()(state.toAuth());
      exactly<AuthReason>()(state.reason);
      exactly<null>()(state.token);
      return state.message;
    case AuthStatus.SignedIn:
      exactly<AuthenticatedState>()(state);
      exactly<null>()(state.reason);
      return state.token;
    default:
      return state satisfies never;
  }
}

export async function byIsAuthenticated(request: Request): Promise<string | undefined> {
  const state = await authenticateRequest(request);
  // @ts-expect-error -- there is none during a handshake
  void state.toAuth().userId;
  if (!state.isAuthenticated) {
    exactly<UnauthenticatedState | HandshakeState>()(state);
    return undefined;
  }
  exactly<AuthenticatedState>()(state);
  exactly<string>()(state.token);
  // A pending session counts as signed out.
  const auth = state.toAuth({ treatPendingAsSignedOut: true });
  exactly<SignedInAuthObject | SignedOutAuthObject>()(auth);
  return auth.userId ?? undefined;
}

export async function byKind(clerk: ClerkClient, request: Request): Promise<string | null> {
  const state = await clerk.authenticateRequest(request, { acceptsToken: 'm2m_token' });
  exactly<RequestState<'m2m_token'>>()(state);
  // @ts-expect-error -- programs are never redirected
  if (state.status === 'handshake') return null;
  if (!state.isAuthenticated) {
    exactly<UnauthenticatedMachineObject<'m2m_token'>>()(state.toAuth());
    return null;
  }
  exactly<AuthenticatedMachineObject<'m2m_token'>>()(state.toAuth());
  return state.toAuth().machineId;
}

export async function byList(request: Request): Promise<string | null> {
  const acceptsToken = ['session_token', 'api_key'] as const;
  const state = await authenticateRequest(request, { acceptsToken });
  exactly<RequestState<'session_token' | 'api_key' | null>>()(state);
  const written = await authenticateRequest(request, {
    acceptsToken: ['session_token', 'api_key'],
  });
  exactly<RequestState<'session_token' | 'api_key' | null>>()(written);
  if (state.tokenType === null) {
    exactly<InvalidTokenAuthObject>()(state.toAuth());
    return null;
  }
  if (state.isAuthenticated && state.tokenType === 'api_key') {
    exactly<AuthenticatedState<'api_key'>>()(state);
    return state.toAuth().name;
  }
  return state.token;
}

export async function byAny(request: Request): Promise<TokenType> {
  const state = await authenticateRequest(request, { acceptsToken: 'any' });
  exactly<RequestState<TokenType>>()(state);
  if (state.status === 'signed-in' && state.tokenType === 'oauth_token') {
    exactly<string>()(state.toAuth().clientId);
  }
  return state.tokenType;
}

export const mistakes = (request: Request): unknown[] => [
  // @ts-expect-error -- there is no such kind
  authenticateRequest(request, { acceptsToken: 'session' }),
  // @ts-expect-error -- `any` is no member of a list
  authenticateRequest(request, { acceptsToken: ['any'] }),
  // @ts-expect-error -- no option
  authenticateRequest(request, { secretkey: 'sk_test_1' }),
  // @ts-expect-error -- here a value; ClerkModule takes functions of the URL
  authenticateRequest(request, { domain: () => 'satellite.example' }),
  // @ts-expect-error -- a URL is no request
  authenticateRequest('http://localhost:3000'),
];
