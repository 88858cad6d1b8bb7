declare module 'autocannon' {
  /** A connection; its iterator says which of its requests it has come to. */
  export interface Client {
    readonly requestIterator: { readonly currentRequestIndex: number };
    setRequests(requests: readonly Request[]): void;
  }

  export interface Request {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    /** Called each time before the request is sent; without it, it is put together once. */
    readonly setupRequest?: (request: Request) => Request;
  }

  export interface Options {
    readonly url: string;
    readonly connections: number;
    /** In seconds. */
    readonly duration?: number;
    /** How many requests to send, instead of a duration. */
    readonly amount?: number;
    /** How long a sample is, in milliseconds. */
    readonly sampleInt?: number;
    /** Whether latencies count whatever the status is. */
    readonly includeErrorStats?: boolean;
    readonly setupClient?: (client: Client) => void;
  }

  export interface Result {
    /** In seconds. */
    readonly duration: number;
    readonly errors: number;
    readonly timeouts: number;
    readonly requests: { readonly total: number };
    /** In milliseconds. */
    readonly latency: { readonly p50: number; readonly p99: number };
    readonly statusCodeStats: Readonly<Record<string, { readonly count: number }>>;
  }

  export default function autocannon(options: Options): PromiseLike<Result>;
}
