import type { MachineIdentity } from './evidence/machine-identity.js';
import type { DecodedToken } from './facts/decoded-token.js';
import type { AuthReason } from './reasons.js';
import { type MachineTokenType, type SessionTokenType, TokenType } from './token-type.js';

/** Response headers that an outcome asks for, in order; a name may come more than once. */
export type HeaderList = readonly (readonly [name: string, value: string])[];

/** The request carries a session token that verified. */
export interface SignedIn {
  readonly status: 'signed-in';
  readonly tokenType: SessionTokenType;
  /** The verified token; its claims can be relied on. */
  readonly token: DecodedToken;
  readonly headers: HeaderList;
}

/** The request carries a program's token that verified. */
export interface MachineSignedIn {
  readonly status: 'signed-in';
  readonly tokenType: MachineTokenType;
  /** The token as it came. */
  readonly token: string;
  /** Whom it stands for. */
  readonly identity: MachineIdentity;
  /** Set where Clerk was not asked for this request: it has said so for another one. */
  readonly isRemembered?: true | undefined;
  readonly headers: HeaderList;
}

/** The request is nobody's, for the reason given. */
export interface SignedOut {
  readonly status: 'signed-out';
  /** The kind of token that was looked for; null where what came is of no kind that is taken. */
  readonly tokenType: TokenType | null;
  readonly reason: AuthReason;
  /** A sentence about this very token or request; empty where the reason says it all. */
  readonly message: string;
  readonly headers: HeaderList;
  /**
   * Set when it is unknown whether the request is signed in, because what decides it could not be
   * reached or would not answer us. Such a request gets a 503 where a guard depends on the answer.
   */
  readonly unavailable?: Unavailable | undefined;
  /** Whether handshakes have been tried and led nowhere: one more would not help. */
  readonly redirectLoop?: boolean;
}

/** Why Clerk could not be asked. */
export interface Unavailable {
  /** The error underneath. */
  readonly cause: unknown;
  /** What to do about it: a sentence without secrets, for the log and for developers. */
  readonly hint: string;
}

/** The browser has to visit Clerk first: the `Location` among the headers says where. */
export interface Handshake {
  readonly status: 'handshake';
  readonly tokenType: SessionTokenType;
  readonly reason: AuthReason;
  readonly message: string;
  readonly headers: HeaderList;
  /** As that of {@link SignedOut}. */
  readonly unavailable?: Unavailable | undefined;
}

/** What the engine made of a request. Any `Location` among its headers means a 307. */
export type Outcome = SignedIn | MachineSignedIn | SignedOut | Handshake;

/**
 * Whether the browser has to go to the outcome's `Location`, with a 307. Not while Clerk can't be
 * asked: it would come back to the same question, and round again.
 */
export function isSentAway(outcome: Outcome): boolean {
  if (outcome.status !== 'signed-in' && outcome.unavailable) return false;
  return locationOf(outcome) !== undefined;
}

/** The address that an outcome sends the browser to. */
export function locationOf({ headers }: Outcome): string | undefined {
  return headers.find(([name]) => name === 'Location')?.[1];
}

/**
 * An outcome for an application that wants no handshake: nobody is sent anywhere and no header or
 * cookie of ours is set. Who would have been sent away is signed out, for the same reason.
 */
export function withoutHandshake(outcome: Outcome): Outcome {
  if (outcome.status !== 'handshake') return { ...outcome, headers: [] };
  const { reason, message, unavailable } = outcome;
  return signedOut(reason, { message, unavailable });
}

/** What may be said of a signed-out outcome beside its reason. */
type SignedOutDetails = Partial<
  Pick<SignedOut, 'message' | 'unavailable' | 'tokenType' | 'headers' | 'redirectLoop'>
>;

/** A signed-out outcome: of a session, without words and response headers, unless said otherwise. */
export function signedOut(reason: AuthReason, details: SignedOutDetails = {}): SignedOut {
  const { tokenType = TokenType.SessionToken, message = '', headers = [] } = details;
  const { unavailable, redirectLoop } = details;
  const outcome = {
    status: 'signed-out',
    tokenType,
    reason,
    message,
    headers,
    unavailable,
  } as const;
  return redirectLoop ? { ...outcome, redirectLoop } : outcome;
}

/** A signed-in outcome of a session. */
export function signedIn(token: DecodedToken, headers: HeaderList = []): SignedIn {
  return { status: 'signed-in', tokenType: TokenType.SessionToken, token, headers };
}
