import { type DecodedToken, decodeToken, type Token } from '../facts/decoded-token.js';
import type { VerificationKey } from '../keys/key-source.js';
import { knownToken } from './known-token.js';

/** How many verified tokens are remembered unless the option `tokenCache` says otherwise. */
export const DEFAULT_TOKEN_CACHE_MAX = 10_000;

/**
 * How long a generation of tokens is added to, in milliseconds: as long as a session token of Clerk's
 * lives. What nobody sends any more is gone after two of them, as others come.
 */
const GENERATION_IN_MS = 60_000;

/**
 * How much of a token's end it is found by. That is part of its signature, which nobody can choose
 * for a token that verifies; the rest is compared. To hash all of it would take longer than all else
 * that is done about a token which is known.
 */
const NAME_LENGTH = 32;

/**
 * Remembers of tokens that were found good the two things that can never change: what their text
 * decodes to, and which key has signed it. Nothing else is taken for granted when such a token comes
 * again: its kind, its times, whom it is for and whether its key still counts are looked at each time.
 *
 * Only the very same text is found. Tokens are kept in two generations of half the size: a full or
 * old one stays until the next is, and those that are asked for meanwhile move on.
 */
export class TokenCache {
  readonly #generationSize: number;
  #recent = new Map<string, DecodedToken>();
  #older = new Map<string, DecodedToken>();
  #turnedAt = 0;

  /** @param max How many tokens are remembered at most; 0: none. */
  constructor(max: number) {
    this.#generationSize = Math.floor(max / 2);
  }

  /** How many tokens are remembered. */
  get size(): number {
    return this.#recent.size + this.#older.size;
  }

  /** Decodes a token, or finds it decoded. */
  decode(text: string): Token {
    return this.#find(text) ?? decodeToken(text);
  }

  /**
   * Remembers a token.
   *
   * @param token One that has just passed every check.
   * @param key The key that verified its signature.
   * @param now Milliseconds since 1970.
   */
  add(token: DecodedToken, key: VerificationKey, now: number): void {
    if (this.#generationSize === 0) return;
    // Also where the clock was set back: a generation must not last for ever.
    if (Math.abs(now - this.#turnedAt) >= GENERATION_IN_MS) {
      this.#turn();
      this.#turnedAt = now;
    }
    this.#keep(knownToken(token, key));
  }

  #find(text: string): DecodedToken | undefined {
    const name = nameOf(text);
    const recent = this.#recent.get(name);
    if (recent) return recent.text === text ? recent : undefined;
    const older = this.#older.get(name);
    if (older?.text !== text) return undefined;
    this.#older.delete(name);
    this.#keep(older);
    return older;
  }

  #keep(known: DecodedToken): void {
    if (this.#recent.size >= this.#generationSize) this.#turn();
    // By its own text: a name cut out of the request's keeps that whole header in memory.
    this.#recent.set(nameOf(known.text), known);
  }

  #turn(): void {
    this.#older = this.#recent;
    this.#recent = new Map();
  }
}

/** For whoever verifies tokens without remembering any. */
export const noTokens = new TokenCache(0);

function nameOf(text: string): string {
  return text.slice(-NAME_LENGTH);
}
