import type { ClerkApiFailureCode } from './clerk-api-error-item.js';

/** A request that is about to be made. It holds no key and no body. */
export interface RequestEvent {
  /** The HTTP method. */
  readonly method: string;
  /** The operation's path with its slots open, to group by: `/users/{userId}`. */
  readonly template: string;
  /** The URL. Of its query only the values that page through lists are shown: others may be personal data. */
  readonly url: string;
  /** Which attempt of the call this is; the first is 1. */
  readonly attempt: number;
}

/** What an attempt's end has beside its beginning. */
interface Ending extends RequestEvent {
  /** How long the attempt took, in milliseconds. */
  readonly durationInMs: number;
  /** After how many milliseconds the next attempt follows; undefined when none does. */
  readonly retryInMs: number | undefined;
}

/** An answer that came in full, whatever its status. */
export interface ResponseEvent extends Ending {
  /** The status of the answer. */
  readonly status: number;
}

/** A request that no answer came to, or only a part of one. */
export interface FailureEvent extends Ending {
  /** What happened. */
  readonly code: ClerkApiFailureCode;
}

/**
 * Functions that watch the requests of a client, for logs and traces. Each attempt of a call starts
 * with `onRequest` and ends with either `onResponse` or `onFailure`. They are not waited for, and
 * one that throws or rejects breaks no call: see `onHookError`.
 */
export interface Hooks {
  readonly onRequest?: (event: RequestEvent) => void | Promise<void>;
  readonly onResponse?: (event: ResponseEvent) => void | Promise<void>;
  readonly onFailure?: (event: FailureEvent) => void | Promise<void>;
  /**
   * Gets what a hook threw or rejected with. Without it, or when it fails itself (a promise that it
   * answers with may reject), the first failure of each hook becomes a warning of the process
   * (`process.on('warning')`), of the type `ClerkHookWarning`.
   */
  readonly onHookError?: (error: unknown) => void;
}

/** Calls a hook, if there is one, and sees to it that its failure stays its own. */
export function tell<Event>(
  hook: ((event: Event) => void | Promise<void>) | undefined,
  event: Event,
  onHookError: Hooks['onHookError'],
): void {
  if (!hook) return;
  const report = (error: unknown) => reportFailure(hook, error, onHookError);
  try {
    Promise.resolve(hook(event)).catch(report);
  } catch (error) {
    report(error);
  }
}

/** Hooks whose failure was told: one that fails for each request would fill the log. */
const told = new WeakSet<object>();

function reportFailure(hook: object, error: unknown, onHookError: Hooks['onHookError']): void {
  if (!onHookError) return warnOnce(hook, error);
  const warn = () => warnOnce(hook, error);
  try {
    Promise.resolve(onHookError(error)).catch(warn);
  } catch {
    warn();
  }
}

function warnOnce(hook: object, error: unknown): void {
  if (told.has(hook)) return;
  told.add(hook);
  const detail = error instanceof Error ? error.stack : undefined;
  process.emitWarning('A hook of the Backend API client failed; the calls are not affected.', {
    type: 'ClerkHookWarning',
    ...(detail !== undefined && { detail }),
  });
}
