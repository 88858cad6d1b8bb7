import type { Connection } from './connection.js';
import { toTimeout } from './connection.js';
import { type ExtraHeaders, extraHeaders } from './extra-headers.js';
import { type RetryOptions, toRetry } from './retry-options.js';

/** What `client.with()` takes: options of calls, not of the client. */
export interface CallOptions {
  /**
   * Ends the calls: they reject with a `ClerkApiError` whose `failure` is `aborted` and whose cause is
   * the signal's reason. A signal that the client has by an earlier `with()` ends them, too.
   */
  readonly signal?: AbortSignal;
  /** How long one attempt of a call may take, its answer's body included, in milliseconds. The error's `failure` is `timeout` then. */
  readonly timeoutInMs?: number;
  /** Headers to send along, beside those of the client. `Authorization` and `Content-Type` stay the client's own. */
  readonly headers?: ExtraHeaders;
  /** Whether and how failed calls are made again; what it leaves out has the values of `DEFAULT_RETRY`. */
  readonly retry?: Partial<RetryOptions> | false;
}

/**
 * A connection for calls with options of their own.
 *
 * @param connection The client's.
 * @param options What is different.
 * @throws {ClerkConfigurationError} When an option can't work.
 */
export function withCallOptions(connection: Connection, options: CallOptions): Connection {
  const { signal, timeoutInMs, headers, retry } = options;
  return {
    ...connection,
    signals: signal ? [...connection.signals, signal] : connection.signals,
    timeoutInMs: timeoutInMs === undefined ? connection.timeoutInMs : toTimeout(timeoutInMs),
    headers: [...connection.headers, ...extraHeaders(headers)],
    retry: retry === undefined ? connection.retry : toRetry(retry),
  };
}
