import type { DecodedToken, JsonObject, Token } from '../facts/decoded-token.js';
import { freezeJson } from '../freeze-json.js';
import type { VerificationKey } from '../keys/key-source.js';

/** What is kept about a token that is known, out of reach of who gets hold of the token. */
interface Kept {
  /** What its signature was verified by. */
  readonly key: VerificationKey;
  permissions: readonly string[] | undefined;
}

let keptAbout: (token: Token) => Kept | undefined;

class KnownToken implements DecodedToken {
  readonly kind = 'jwt';
  readonly text: string;
  readonly header: JsonObject;
  readonly claims: JsonObject;
  /** Here and in no map beside it: what is derived of a token goes when the token does. */
  readonly #kept: Kept;

  static {
    // No method, which an application could call or replace on the tokens that it is shown.
    keptAbout = (token) => (#kept in token ? token.#kept : undefined);
  }

  constructor({ text, header, claims }: DecodedToken, key: VerificationKey) {
    this.text = detached(text);
    this.header = freezeJson(header);
    this.claims = freezeJson(claims);
    this.#kept = { key, permissions: undefined };
    Object.freeze(this);
  }
}

/**
 * Makes of a token one that is known to be signed by a key. It is frozen: whoever gets hold of it,
 * nobody changes what the next request believes.
 */
export function knownToken(token: DecodedToken, key: VerificationKey): DecodedToken {
  return new KnownToken(token, key);
}

/** Whether it is known that this key has signed the token. */
export function isKnownToBeSignedBy(token: Token, key: VerificationKey): boolean {
  return keptAbout(token)?.key === key;
}

/**
 * The permissions that a token's claims state, in a list of the caller's own.
 *
 * @param read Decodes them; for a token that is known, once.
 */
export function permissionsIn(token: DecodedToken, read: () => string[]): string[] {
  const kept = keptAbout(token);
  if (!kept) return read();
  kept.permissions ??= read();
  return [...kept.permissions];
}

/** A copy: a text that was cut out of a header keeps the whole header in memory, foreign cookies too. */
function detached(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1');
}
