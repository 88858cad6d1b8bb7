import type { MachineIdentity } from '../evidence/machine-identity.js';
import type { MachineTokenType } from '../token-type.js';
import type { AuthObjectDebug } from './auth-object.js';
import type {
  AuthenticatedMachineObject,
  InvalidTokenAuthObject,
  UnauthenticatedMachineObject,
} from './machine-auth-object.js';

/** The auth object of a verified token of a program. */
export function authenticatedMachine(
  token: string,
  identity: MachineIdentity,
  debug: AuthObjectDebug,
): AuthenticatedMachineObject {
  const { id, subject, scopes } = identity;
  const shared = {
    id,
    subject,
    scopes,
    getToken: () => Promise.resolve(token),
    has: () => false,
    debug,
    isAuthenticated: true,
  } as const;
  switch (identity.tokenType) {
    case 'api_key':
      return { ...shared, ...apiKeyProperties(identity) };
    case 'm2m_token': {
      const { tokenType, claims } = identity;
      return { ...shared, tokenType, claims, machineId: subject };
    }
    case 'oauth_token': {
      const { tokenType, clientId } = identity;
      return { ...shared, tokenType, userId: subject, clientId };
    }
    default:
      return identity satisfies never;
  }
}

function apiKeyProperties({
  tokenType,
  name,
  claims,
  subject,
}: Extract<MachineIdentity, { tokenType: 'api_key' }>) {
  const owner = {
    userId: subject.startsWith('user_') ? subject : null,
    orgId: subject.startsWith('org_') ? subject : null,
  };
  // Clerk gives keys to users and organizations only; whoever else had one would be neither.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { tokenType, name, claims, ...owner } as { tokenType: 'api_key' } & Pick<
    AuthenticatedMachineObject<'api_key'>,
    'name' | 'claims'
  > &
    ({ userId: string; orgId: null } | { userId: null; orgId: string });
}

/** The auth object of a request that needed a program's token and had no good one. */
export function unauthenticatedMachine(
  tokenType: MachineTokenType,
  debug: AuthObjectDebug,
): UnauthenticatedMachineObject {
  const shared = {
    id: null,
    subject: null,
    scopes: null,
    getToken: () => Promise.resolve(null),
    has: () => false,
    debug,
    isAuthenticated: false,
  } as const;
  switch (tokenType) {
    case 'api_key':
      return { ...shared, tokenType, name: null, claims: null, userId: null, orgId: null };
    case 'm2m_token':
      return { ...shared, tokenType, claims: null, machineId: null };
    case 'oauth_token':
      return { ...shared, tokenType, userId: null, clientId: null };
    default:
      return tokenType satisfies never;
  }
}

/** The auth object of a request whose token is of none of the kinds that are taken. */
export function invalidTokenAuth(debug: AuthObjectDebug): InvalidTokenAuthObject {
  return {
    isAuthenticated: false,
    tokenType: null,
    getToken: () => Promise.resolve(null),
    has: () => false,
    debug,
  };
}
