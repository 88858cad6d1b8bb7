import type { Unavailable } from '../outcome.js';
import type { AuthErrorReason, TokenVerificationErrorReason } from '../reasons.js';

/** Why a token is refused. */
export interface VerificationFailure {
  readonly reason: TokenVerificationErrorReason | typeof AuthErrorReason.TokenTypeMismatch;
  /** A sentence for whoever debugs it. Never holds the token. */
  readonly message: string;
  /** Set when the token could not be judged at all, see `SignedOut.unavailable`. */
  readonly unavailable?: Unavailable;
}

/**
 * How a claim's value is shown in a message: as JSON, cut to a length that can't flood a log, and
 * without the characters that a terminal would act on.
 */
export function show(value: unknown): string {
  const text = (asJson(value) ?? 'nothing').replace(/[^\x20-\x7e]/g, '?');
  return text.length > 100 ? `${text.slice(0, 100)}...` : text;
}

/**
 * What a header says is anyone's, and `JSON.parse` reads what `JSON.stringify` can't write: a few
 * thousand nested lists overflow the stack. That must not make a 500 of a bad token.
 */
function asJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return 'too deeply nested to show';
  }
}
