import { toWire, type WireHeaders } from '../in-process/exchange.js';
import { answerParent } from '../processes/answer-parent.js';
import { bearerHeaders } from '../servers/request-headers.js';
import { sessionToken, userOf } from '../tokens/session-token.js';
import { type GrowingPeer, growingPeer } from './growing-peers.js';
import { passRequest } from './pass.js';

/** Coprime to every count of live tokens: all of them have their turn, in no order of memory. */
const STRIDE = 7919;
const BATCH = 1000;

interface Live {
  readonly wire: WireHeaders;
  readonly user: string;
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the parent is ours
const peer = await growingPeer(process.argv[2] as GrowingPeer);
const live: Live[] = [];

async function pass(from: number, count: number): Promise<void> {
  for (let place = from; place < from + count; place += 1) {
    const one = live[(place * STRIDE) % live.length];
    if (!one) continue;
    const pending = passRequest(peer, one.wire, one.user);
    if (pending) await pending;
  }
}

/** The CPU of a request, in microseconds, when so many tokens take turns, all of them known. */
async function cost({ tokens, milliseconds }: CostTask): Promise<number> {
  for (let number = live.length; number < tokens; number += 1) {
    live.push({ wire: toWire(bearerHeaders(sessionToken(number))), user: userOf(number) });
  }
  // Twice: a token is verified at its first request, and what is kept of its claims read at the next.
  await pass(0, 2 * Math.max(tokens, 5000));
  globalThis.gc?.();
  const before = process.cpuUsage();
  const startedAt = performance.now();
  let count = 0;
  for (; performance.now() - startedAt < milliseconds; count += BATCH) await pass(count, BATCH);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / count;
}

/** What is measured at once. */
export interface CostTask {
  readonly tokens: number;
  readonly milliseconds: number;
}

answerParent({ cost });
