/**
 * Runs work that must end in time. When it doesn't, the signal is aborted and the promise rejects
 * with an error named `TimeoutError`, even if the work ignores the signal. The timer keeps no
 * process alive and is gone when the promise settles.
 *
 * @param ms How long the work may take, in milliseconds.
 * @param work What to do; it gets the signal to hand on.
 */
export async function withDeadline<T>(
  ms: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const expiry = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const reason = new DOMException(`Nothing complete came within ${ms} ms.`, 'TimeoutError');
      reject(reason);
      controller.abort(reason);
    }, ms);
    timer.unref();
  });
  try {
    return await Promise.race([work(controller.signal), expiry]);
  } finally {
    clearTimeout(timer);
  }
}
