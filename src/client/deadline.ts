import { abortedOf, onAbort } from './on-abort.js';

/** Why work was ended from outside. */
export class EndedEarly extends Error {
  /**
   * @param code What ended it.
   * @param cause The error of the deadline, or the reason of the signal.
   */
  constructor(
    readonly code: 'timeout' | 'aborted',
    cause: unknown,
  ) {
    super(code, { cause });
  }
}

/**
 * Runs work that must end in time, or when one of some signals says so. The work's own signal is aborted then,
 * and the promise rejects with an {@link EndedEarly} even if the work ignores it. The timer keeps no
 * process alive; it and the listeners are gone when the promise settles.
 *
 * @param ms How long the work may take, in milliseconds.
 * @param signals Each ends it, too.
 * @param work What to do; it gets the signal to hand on.
 */
export async function withDeadline<T>(
  ms: number,
  signals: readonly AbortSignal[],
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const aborted = abortedOf(signals);
  if (aborted) throw new EndedEarly('aborted', aborted.reason);
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let leave = () => {};
  const end = new Promise<never>((_resolve, reject) => {
    const endBy = (code: EndedEarly['code'], reason: unknown) => {
      reject(new EndedEarly(code, reason));
      controller.abort(reason);
    };
    const late = `Nothing complete came within ${ms} ms.`;
    timer = setTimeout(() => endBy('timeout', new DOMException(late, 'TimeoutError')), ms);
    timer.unref();
    leave = onAbort(signals, (reason) => endBy('aborted', reason));
  });
  try {
    return await Promise.race([work(controller.signal), end]);
  } finally {
    clearTimeout(timer);
    leave();
  }
}
