/** What runs when a signal is aborted, and the one listener that runs it. */
interface Watch {
  readonly callbacks: Set<(reason: unknown) => void>;
  readonly listener: () => void;
}

/** By signal: a call each would be a listener each, and Node warns of a leak from the eleventh on. */
const watches = new WeakMap<AbortSignal, Watch>();

/**
 * Runs a function when any of some signals is aborted. However many functions wait for a signal, it
 * has one listener, and none when nothing waits.
 *
 * @param signals The signals; one that is aborted already runs nothing, see {@link abortedOf}.
 * @param callback What to run; it gets the reason of the signal.
 * @returns Ends the waiting.
 */
export function onAbort(
  signals: readonly AbortSignal[],
  callback: (reason: unknown) => void,
): () => void {
  // A function of its own for each call: a Set would hold a callback that waits twice once.
  const own = (reason: unknown) => callback(reason);
  for (const signal of signals) watchOf(signal).callbacks.add(own);
  return () => {
    for (const signal of signals) leave(signal, own);
  };
}

/**
 * The first of some signals that is aborted.
 *
 * @param signals The signals.
 */
export function abortedOf(signals: readonly AbortSignal[]): AbortSignal | undefined {
  return signals.find((signal) => signal.aborted);
}

function watchOf(signal: AbortSignal): Watch {
  const known = watches.get(signal);
  if (known) return known;
  const callbacks: Watch['callbacks'] = new Set();
  const listener = () => {
    for (const callback of callbacks) callback(signal.reason);
  };
  const watch = { callbacks, listener };
  watches.set(signal, watch);
  // Not AbortSignal.any(): on Node 20 a signal that outlives many calls would keep them all.
  signal.addEventListener('abort', listener);
  return watch;
}

function leave(signal: AbortSignal, callback: (reason: unknown) => void): void {
  const watch = watches.get(signal);
  if (!watch?.callbacks.delete(callback) || watch.callbacks.size > 0) return;
  watches.delete(signal);
  signal.removeEventListener('abort', watch.listener);
}
