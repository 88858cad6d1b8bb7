import { BoundedMap } from './bounded-map.js';
import { randomBase62 } from './ids.js';

const MAX_NONCES = 1_000;
const NONCE_LENGTH = 32;
const LIFETIME_IN_MS = 60_000;

/** What handshakes have left for applications to fetch, each once and soon. */
export class HandshakeNonces {
  private readonly payloads = new BoundedMap<{ directives: readonly string[]; expiresAt: number }>(
    MAX_NONCES,
  );

  /** Keeps cookie directives for whoever shows the nonce returned. */
  issue(directives: readonly string[], now: number): string {
    const nonce = randomBase62(NONCE_LENGTH);
    this.payloads.set(nonce, { directives, expiresAt: now + LIFETIME_IN_MS });
    return nonce;
  }

  /** The directives of a nonce; undefined when it is unknown, used or older than a minute. */
  redeem(nonce: string, now: number): readonly string[] | undefined {
    const payload = this.payloads.take(nonce);
    return payload && now < payload.expiresAt ? payload.directives : undefined;
  }
}
