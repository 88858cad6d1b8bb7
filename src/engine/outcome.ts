import type { DecodedToken } from './facts/decoded-token.js';
import type { AuthReason } from './reasons.js';

/** Response headers that an outcome asks for, in order; a name may come more than once. */
export type HeaderList = readonly (readonly [name: string, value: string])[];

/** The request carries a session token that verified. */
export interface SignedIn {
  readonly status: 'signed-in';
  /** The verified token; its claims can be relied on. */
  readonly token: DecodedToken;
  readonly headers: HeaderList;
}

/** The request is nobody's, for the reason given. */
export interface SignedOut {
  readonly status: 'signed-out';
  readonly reason: AuthReason;
  /** A sentence about this very token or request; empty where the reason says it all. */
  readonly message: string;
  readonly headers: HeaderList;
  /**
   * Set when it is unknown whether the request is signed in, because what decides it could not be
   * reached or would not answer us. Such a request gets a 503 where a guard depends on the answer.
   */
  readonly unavailable?: Unavailable;
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
  readonly reason: AuthReason;
  readonly message: string;
  readonly headers: HeaderList;
  /** As that of {@link SignedOut}. */
  readonly unavailable?: Unavailable;
}

/** What the engine made of a request. Any `Location` among its headers means a 307. */
export type Outcome = SignedIn | SignedOut | Handshake;

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

/** A signed-out outcome without response headers of its own. */
export function signedOut(reason: AuthReason, message = '', unavailable?: Unavailable): SignedOut {
  return { status: 'signed-out', reason, message, headers: [], unavailable };
}

/** A signed-in outcome without response headers of its own. */
export function signedIn(token: DecodedToken): SignedIn {
  return { status: 'signed-in', token, headers: [] };
}
