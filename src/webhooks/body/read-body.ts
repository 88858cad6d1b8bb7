import type { IncomingMessage } from 'node:http';

/** How much is read, and for how long. */
export interface BodyLimits {
  readonly limitInBytes: number;
  /** For the whole body, so that one that trickles ends too. */
  readonly timeoutInMs: number;
}

/** A body, or why there is none. */
export type ReadBody =
  | { readonly status: 'complete'; readonly body: Buffer }
  | { readonly status: 'too-large' | 'timed-out' | 'aborted' };

/** Reads the body of a request that nothing has read from; what is beyond the limit is not kept. */
export function readBody(request: IncomingMessage, limits: BodyLimits): Promise<ReadBody> {
  if (Number(request.headers['content-length'] ?? 0) > limits.limitInBytes) {
    return Promise.resolve({ status: 'too-large' });
  }
  // It would never say so again.
  if (request.destroyed) return Promise.resolve({ status: 'aborted' });
  return new Promise((resolve) => new Reading(request, limits, resolve));
}

/** One body while it comes in. */
class Reading {
  #chunks: Buffer[] = [];
  #length = 0;
  readonly #timer: NodeJS.Timeout;

  constructor(
    private readonly request: IncomingMessage,
    private readonly limits: BodyLimits,
    private readonly resolve: (body: ReadBody) => void,
  ) {
    this.#timer = setTimeout(() => this.#settle({ status: 'timed-out' }), limits.timeoutInMs);
    this.#timer.unref();
    request.on('end', this.#onEnd).on('close', this.#onClose).on('error', this.#onClose);
    // Last, as it sets the stream flowing.
    request.on('data', this.#onData);
  }

  readonly #onData = (chunk: Buffer): void => {
    this.#length += chunk.length;
    if (this.#length > this.limits.limitInBytes) this.#settle({ status: 'too-large' });
    else this.#chunks.push(chunk);
  };

  readonly #onEnd = (): void =>
    this.#settle({ status: 'complete', body: Buffer.concat(this.#chunks) });

  readonly #onClose = (): void => this.#settle({ status: 'aborted' });

  /** The stream keeps flowing, and what comes is dropped, so that the client gets to the answer. */
  #settle(outcome: ReadBody): void {
    clearTimeout(this.#timer);
    this.request.off('data', this.#onData).off('end', this.#onEnd);
    this.request.off('close', this.#onClose).off('error', this.#onClose);
    this.#chunks = [];
    this.resolve(outcome);
  }
}
