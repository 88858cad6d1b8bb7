import { toWire } from '../in-process/exchange.js';
import { IN_PROCESS_PEERS } from '../in-process/in-process-peer.js';
import { answerParent } from '../processes/answer-parent.js';
import { bearerHeaders } from '../servers/request-headers.js';
import { sessionToken, userOf } from '../tokens/session-token.js';
import type { MemoryPoint } from './memory.js';
import { passRequest } from './pass.js';

/** Memory after full garbage collections: what is weakly held takes more than one. */
function memory(tokens: number): MemoryPoint {
  for (let times = 0; times < 3; times += 1) globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { tokens, heapUsed: heapUsed + external, rss };
}

const peer = await IN_PROCESS_PEERS.ours();
let tokens = 0;

/** Passes as many tokens through the middleware, none of which it has seen before. */
async function grow(by: number): Promise<MemoryPoint> {
  for (const end = tokens + by; tokens < end; tokens += 1) {
    const wire = toWire(bearerHeaders(sessionToken(tokens)));
    const pending = passRequest(peer, wire, userOf(tokens));
    if (pending) await pending;
  }
  return memory(tokens);
}

answerParent({ grow });
