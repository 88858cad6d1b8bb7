import type { MachineTokenType } from '../token-type.js';
import type { AuthObjectDebug } from './auth-object.js';
import type { CheckAuthorizationFromSessionClaims } from './authorization-question.js';

/** Claims that the maker of a token added. */
export type MachineClaims = Readonly<Record<string, unknown>>;

/** What the kinds of program's token have each for itself. */
type Properties = {
  /** An API key is a user's or an organization's, never both's. */
  api_key: { name: string; claims: MachineClaims | null } & (
    { userId: string; orgId: null } | { userId: null; orgId: string }
  );
  m2m_token: { claims: MachineClaims | null; machineId: string };
  oauth_token: { userId: string; clientId: string };
};

/** The same without a verified token. */
type MissingProperties = {
  api_key: { name: null; claims: null; userId: null; orgId: null };
  m2m_token: { claims: null; machineId: null };
  oauth_token: { userId: null; clientId: null };
};

/** What code asks of a program's token. */
type Methods<Type, Token> = {
  tokenType: Type;
  /** The token as it came; null without one. */
  getToken: () => Promise<Token>;
  /** Always false: roles, permissions, plans and verifications are a session's. See `scopes`. */
  has: CheckAuthorizationFromSessionClaims;
  /** How the request was authenticated, for development. */
  debug: AuthObjectDebug;
};

/** The auth object of a request with a verified token of a program. */
export type AuthenticatedMachineObject<Type extends MachineTokenType = MachineTokenType> =
  // Distributes, so that a union of kinds is a union of objects that `tokenType` tells apart.
  Type extends MachineTokenType
    ? {
        /** The token's id. */
        id: string;
        /** Whom the token stands for: `user_…`, `org_…` or `mch_…`. */
        subject: string;
        /** What the token may be used for. */
        scopes: string[];
        isAuthenticated: true;
      } & Methods<Type, string> &
        Properties[Type]
    : never;

/** The auth object of a request that needed a program's token and had no good one. */
export type UnauthenticatedMachineObject<Type extends MachineTokenType = MachineTokenType> =
  Type extends MachineTokenType
    ? { id: null; subject: null; scopes: null; isAuthenticated: false } & Methods<Type, null> &
        MissingProperties[Type]
    : never;

/** The auth object of a request whose token is of none of the kinds that are taken. */
export type InvalidTokenAuthObject = {
  isAuthenticated: false;
  tokenType: null;
  getToken: () => Promise<null>;
  has: () => false;
  debug: AuthObjectDebug;
};
