import type { DecodedToken, JsonObject, Token } from '../facts/decoded-token.js';
import { freezeJson } from '../freeze-json.js';
import type { VerificationKey } from '../keys/key-source.js';

/**
 * A token that is remembered. It is frozen: whoever gets hold of it, nobody changes what the next
 * request believes. What takes long to read of its claims is read once, and goes when the token does.
 */
export class KnownToken implements DecodedToken {
  readonly kind = 'jwt';
  readonly text: string;
  readonly header: JsonObject;
  readonly claims: JsonObject;
  /** What its signature was verified by. */
  readonly #key: VerificationKey;
  #permissions: readonly string[] | undefined;

  constructor({ text, header, claims }: DecodedToken, key: VerificationKey) {
    this.text = detached(text);
    this.header = freezeJson(header);
    this.claims = freezeJson(claims);
    this.#key = key;
    Object.freeze(this);
  }

  /** Whether this key has signed it. */
  isSignedBy(key: VerificationKey): boolean {
    return this.#key === key;
  }

  /** A copy of the permissions that the claims state; `read` decodes them, the first time. */
  copyPermissions(read: () => string[]): string[] {
    this.#permissions ??= read();
    return [...this.#permissions];
  }
}

/** Whether it is known that this key has signed the token. */
export function isKnownToBeSignedBy(token: Token, key: VerificationKey): boolean {
  return token instanceof KnownToken && token.isSignedBy(key);
}

/** A copy: a text that was cut out of a header keeps the whole header in memory, foreign cookies too. */
function detached(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1');
}
