import { userOf } from '../tokens/session-token.js';
import type { PeerName } from '../apps/peer.js';
import type { Scenario } from '../servers/scenario.js';
import { createExchange, toWire, type WireHeaders } from './exchange.js';
import type { InProcessPeer } from './in-process-peer.js';
import { Passage } from './passage.js';

/** The requests of a scenario, passed to one of the compared one after the other. */
export class Operations {
  readonly #peer: InProcessPeer;
  readonly #path: string;
  readonly #wires: readonly WireHeaders[];
  readonly #users: readonly (string | undefined)[];
  #place = 0;

  constructor(name: PeerName, peer: InProcessPeer, scenario: Scenario) {
    const variants = Array.from({ length: scenario.variants }, (_, variant) => variant);
    const isSignedIn = scenario.path === '/me' && scenario.answers[name] === 200;
    this.#peer = peer;
    this.#path = scenario.path;
    this.#wires = variants.map((variant) => toWire(scenario.headers(variant)));
    this.#users = variants.map((variant) =>
      isSignedIn && name !== 'bare' ? userOf(variant) : undefined,
    );
  }

  /** Passes as many requests. What answers at once is not waited for: a promise has its price. */
  async run(count: number): Promise<void> {
    for (let done = 0; done < count; done += 1) {
      const pending = this.#one();
      if (pending) await pending;
    }
  }

  #one(): Promise<void> | undefined {
    const place = this.#place;
    this.#place = (place + 1) % this.#wires.length;
    const passage = new Passage(this.#peer, createExchange(this.#wires[place] ?? [], this.#path));
    const check = () => {
      const user = passage.user();
      if (user === this.#users[place]) return;
      throw new Error(`In process: the user is ${user}, not ${this.#users[place]}.`);
    };
    const pending = passage.pending();
    if (pending) return pending.then(check);
    check();
    return undefined;
  }
}
