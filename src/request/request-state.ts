import type {
  AuthenticatedMachineObject,
  AuthObject,
  InvalidTokenAuthObject,
  SignedInAuthObject,
  SignedOutAuthObject,
  UnauthenticatedMachineObject,
} from '../engine/auth/index.js';
import type { PendingSessionOptions } from '../engine/authentication.js';
import type { AuthReason } from '../engine/reasons.js';
import type { MachineTokenType, SessionTokenType, TokenType } from '../engine/token-type.js';

/** What `status` of a request's state can be. */
export const AuthStatus = {
  SignedIn: 'signed-in',
  SignedOut: 'signed-out',
  Handshake: 'handshake',
} as const;

/** One of the values in {@link AuthStatus}. */
export type AuthStatus = (typeof AuthStatus)[keyof typeof AuthStatus];

/** The options that a state carries along, for whoever builds links from it; empty where not given. */
export interface CarriedOptions {
  readonly publishableKey: string;
  /** Absolute: a path is resolved against the request's origin. */
  readonly proxyUrl?: string;
  readonly isSatellite: boolean;
  readonly domain: string;
  readonly signInUrl: string;
  readonly signUpUrl: string;
  readonly afterSignInUrl: string;
  readonly afterSignUpUrl: string;
}

/** The state of a request with a good token. */
export interface AuthenticatedState<
  Type extends TokenType = SessionTokenType,
> extends CarriedOptions {
  readonly status: typeof AuthStatus.SignedIn;
  readonly reason: null;
  readonly message: null;
  /** @deprecated Use `isAuthenticated`, as with the vendor's. */
  readonly isSignedIn: true;
  readonly isAuthenticated: true;
  /** Response headers to set: cookies, after a handshake or a refresh. */
  readonly headers: Headers;
  /** The token that was believed. */
  readonly token: string;
  readonly tokenType: Type;
  readonly toAuth: ToAuth<Type, true>;
}

/** The state of a request without a good token. */
export interface UnauthenticatedState<
  Type extends TokenType | null = SessionTokenType,
> extends CarriedOptions {
  readonly status: typeof AuthStatus.SignedOut;
  readonly reason: AuthReason;
  /** A sentence about this very token or request; empty where the reason says it all. */
  readonly message: string;
  /** @deprecated Use `isAuthenticated`, as with the vendor's. */
  readonly isSignedIn: false;
  readonly isAuthenticated: false;
  /** Response headers to set. */
  readonly headers: Headers;
  readonly token: null;
  readonly tokenType: Type;
  readonly toAuth: ToAuth<Type, false>;
}

/** The state of a request whose browser has to visit Clerk first: answer 307 with these headers. */
export interface HandshakeState extends Omit<UnauthenticatedState, 'status' | 'toAuth'> {
  readonly status: typeof AuthStatus.Handshake;
  /** Nobody knows yet. */
  readonly toAuth: () => null;
}

/** What `authenticateRequest()` comes to. */
export type RequestState<Type extends TokenType | null = SessionTokenType> =
  | (Type extends TokenType ? AuthenticatedState<Type> : never)
  | (Type extends TokenType | null ? UnauthenticatedState<Type> : never)
  | (Type extends SessionTokenType ? HandshakeState : never);

/** How the auth object of a state is had. */
export type ToAuth<
  Type extends TokenType | null,
  IsAuthenticated extends boolean,
> = Type extends null
  ? () => InvalidTokenAuthObject
  : Type extends SessionTokenType
    ? IsAuthenticated extends true
      ? (options?: PendingSessionOptions) => SignedInAuthObject | SignedOutAuthObject
      : () => SignedOutAuthObject
    : Type extends MachineTokenType
      ? IsAuthenticated extends true
        ? () => AuthenticatedMachineObject<Type>
        : () => UnauthenticatedMachineObject<Type>
      : never;

/** The state of any request, before its kind of token is told. */
export interface AnyRequestState extends CarriedOptions {
  readonly status: AuthStatus;
  readonly reason: AuthReason | null;
  readonly message: string | null;
  readonly isSignedIn: boolean;
  readonly isAuthenticated: boolean;
  readonly headers: Headers;
  readonly token: string | null;
  readonly tokenType: TokenType | null;
  readonly toAuth: (options?: PendingSessionOptions) => AuthObject | null;
}
