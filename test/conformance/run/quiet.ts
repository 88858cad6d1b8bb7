/** Runs something while the console says nothing: the vendor tells it about every odd request. */
export async function withoutNoise<T>(run: () => Promise<T>): Promise<T> {
  const { log, warn, error } = console;
  Object.assign(console, { log: ignore, warn: ignore, error: ignore });
  try {
    return await run();
  } finally {
    Object.assign(console, { log, warn, error });
  }
}

function ignore(): void {
  // Said to nobody.
}
