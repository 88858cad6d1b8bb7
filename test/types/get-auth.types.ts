/**
 * Checked by `tsc -p test/tsconfig.json`, never run: each `@ts-expect-error` fails the build when
 * the mistake below it starts to compile.
 */
import {
  type AuthenticatedMachineObject,
  type AuthObject,
  getAuth,
  type InvalidTokenAuthObject,
  type MachineAuthObject,
  type SessionAuthObject,
  type SignedInAuthObject,
  type SignedOutAuthObject,
  type UnauthenticatedMachineObject,
} from 'clerk-nestjs';
import type { Request } from 'express';
import { exactly } from './exactly.js';

export function bySession(request: Request): string | undefined {
  const auth = getAuth(request);
  exactly<SessionAuthObject>()(auth);
  exactly<SessionAuthObject>()(getAuth(request, { treatPendingAsSignedOut: false }));
  exactly<SessionAuthObject>()(getAuth(request, { acceptsToken: 'session_token' }));
  // @ts-expect-error -- nobody may be signed in
  const id: string = auth.userId;
  // @ts-expect-error -- a session has no scopes
  void auth.scopes;
  return id;
}

export function byUserId(request: Request): string | undefined {
  const auth = getAuth(request);
  if (!auth.userId) return undefined;
  exactly<SignedInAuthObject>()(auth);
  exactly<string>()(auth.userId);
  exactly<string>()(auth.sessionId);
  exactly<string | undefined>()(auth.orgId);
  return auth.sessionClaims.sub;
}

export function bySessionId(request: Request): string {
  const auth = getAuth(request);
  if (auth.sessionId === null) return 'nobody';
  exactly<SignedInAuthObject>()(auth);
  return auth.userId;
}

export function byIsAuthenticated(request: Request): string | undefined {
  const auth = getAuth(request);
  if (!auth.isAuthenticated) {
    exactly<SignedOutAuthObject>()(auth);
    exactly<null>()(auth.userId);
    return undefined;
  }
  exactly<SignedInAuthObject>()(auth);
  return auth.userId;
}

export function byApiKey(request: Request): string | undefined {
  const auth = getAuth(request, { acceptsToken: 'api_key' });
  exactly<MachineAuthObject<'api_key'>>()(auth);
  // @ts-expect-error -- an API key has no session
  void auth.sessionId;
  if (!auth.isAuthenticated) {
    exactly<UnauthenticatedMachineObject<'api_key'>>()(auth);
    exactly<null>()(auth.scopes);
    return undefined;
  }
  exactly<AuthenticatedMachineObject<'api_key'>>()(auth);
  exactly<string[]>()(auth.scopes);
  // Whose it is: a user's or an organization's.
  if (auth.userId === null) return auth.orgId;
  exactly<null>()(auth.orgId);
  return auth.userId;
}

export function byOtherKinds(request: Request): (string | null)[] {
  const m2m = getAuth(request, { acceptsToken: 'm2m_token' });
  exactly<MachineAuthObject<'m2m_token'>>()(m2m);
  const oauth = getAuth(request, { acceptsToken: 'oauth_token' });
  exactly<MachineAuthObject<'oauth_token'>>()(oauth);
  // @ts-expect-error -- a machine is no user
  void m2m.userId;
  // @ts-expect-error -- an OAuth token has no name
  void oauth.name;
  return [m2m.machineId, oauth.clientId, oauth.userId];
}

export function byList(request: Request): string | null {
  const auth = getAuth(request, { acceptsToken: ['session_token', 'api_key'] });
  exactly<SessionAuthObject | MachineAuthObject<'api_key'> | InvalidTokenAuthObject>()(auth);
  // @ts-expect-error -- a token of another kind is nobody's
  void auth.userId;
  switch (auth.tokenType) {
    case 'session_token':
      exactly<SessionAuthObject>()(auth);
      return auth.userId && auth.sessionId;
    case 'api_key':
      exactly<MachineAuthObject<'api_key'>>()(auth);
      return auth.isAuthenticated ? auth.name : null;
    case null:
      exactly<InvalidTokenAuthObject>()(auth);
      return null;
    default:
      return auth satisfies never;
  }
}

export function byAny(request: Request): string | null {
  const auth = getAuth(request, { acceptsToken: 'any' });
  exactly<AuthObject>()(auth);
  if (auth.tokenType === 'oauth_token' && auth.isAuthenticated) {
    exactly<AuthenticatedMachineObject<'oauth_token'>>()(auth);
    return auth.clientId;
  }
  if (auth.tokenType === 'session_token' && auth.userId) {
    exactly<SignedInAuthObject>()(auth);
    return auth.userId;
  }
  return null;
}

export function mistakes(request: Request): unknown[] {
  return [
    // @ts-expect-error -- there is no such kind
    getAuth(request, { acceptsToken: 'session' }),
    // @ts-expect-error -- `any` is no member of a list
    getAuth(request, { acceptsToken: ['api_key', 'any'] }),
    // @ts-expect-error -- no option
    getAuth(request, { acceptToken: 'api_key' }),
    // @ts-expect-error -- not a request
    getAuth('request'),
  ];
}
