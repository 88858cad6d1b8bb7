import { createPlainExchange, type WireHeaders } from '../in-process/exchange.js';
import type { InProcessPeer } from '../in-process/in-process-peer.js';
import { Passage } from '../in-process/passage.js';

/**
 * Passes a request through a middleware.
 *
 * @returns Nothing when it was done at once.
 * @throws Error when somebody else than the user is signed in after it.
 */
export function passRequest(
  peer: InProcessPeer,
  wire: WireHeaders,
  user: string,
): Promise<void> | undefined {
  const passage = new Passage(peer, createPlainExchange(wire, '/me'));
  const check = () => {
    if (passage.user() !== user) throw new Error(`A valid token of ${user} was refused.`);
  };
  const pending = passage.pending();
  if (pending) return pending.then(check);
  check();
  return undefined;
}
