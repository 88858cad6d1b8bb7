import type { Request } from 'express';
import type { Exchange } from './exchange.js';
import type { InProcessPeer } from './in-process-peer.js';

/** A request on its way through a middleware, until that lets it on or answers it. */
export class Passage {
  readonly #peer: InProcessPeer;
  readonly #request: Request;
  #state: 'pending' | 'let-on' | 'answered' = 'pending';
  #settle: (() => void) | undefined;

  constructor(peer: InProcessPeer, { request, response }: Exchange) {
    this.#peer = peer;
    this.#request = request;
    response.onEnd = () => this.#end('answered');
    // Nobody waits for what it returns: the vendor's returns nothing while it is still at work.
    void peer.handle(request, response, () => this.#end('let-on'));
  }

  /** Settles when the middleware is done; nothing when it is already: a promise has its price. */
  pending(): Promise<void> | undefined {
    if (this.#state !== 'pending') return undefined;
    return new Promise((settle) => {
      this.#settle = settle;
    });
  }

  /** Who is signed in, where the request was let on. */
  user(): string | undefined {
    return this.#state === 'let-on' ? (this.#peer.userOf(this.#request) ?? undefined) : undefined;
  }

  #end(state: 'let-on' | 'answered'): void {
    if (this.#state === 'pending') this.#state = state;
    this.#settle?.();
  }
}
