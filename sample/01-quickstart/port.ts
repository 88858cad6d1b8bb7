import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

/** A port that can't be had. The message says which variable to change. */
export class PortError extends Error {}

/**
 * Reads a port from the environment.
 *
 * @throws PortError when the variable holds something else.
 */
export function readPort(variable: 'PORT' | 'LOCAL_CLERK_PORT', fallback: number): number {
  const value = process.env[variable];
  if (!value) return fallback;
  if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value);
  throw new PortError(
    `${variable} must be a port from 0 to 65535 (0 takes any free one), not ${JSON.stringify(value)}.`,
  );
}

/** A port that nobody else can take until it is released. */
export interface ReservedPort {
  readonly port: number;
  /** May be called again. */
  readonly release: () => Promise<void>;
}

/**
 * Takes a port before there is an app to listen on it. `PORT=0` needs that: the embedded Clerk
 * writes the app's origin into its tokens (`azp`), and the app boots only after Clerk.
 *
 * @param wanted 0 for any free port.
 * @throws PortError when it can't be had.
 */
export async function reservePort(wanted: number): Promise<ReservedPort> {
  const holder = createServer((socket) => socket.destroy());
  try {
    await once(holder.listen(wanted), 'listening');
  } catch (error) {
    throw new PortError(`The app can't listen on port ${wanted}: ${reasonOf(error)}`);
  }
  const address = holder.address();
  // A string stands for a pipe, null for a closed server: a listening TCP server is neither.
  const port = typeof address === 'object' && address ? address.port : wanted;
  return { port, release: () => close(holder) };
}

function reasonOf(error: unknown): string {
  const isBusy =
    typeof error === 'object' && error && 'code' in error && error.code === 'EADDRINUSE';
  const reason = isBusy ? 'it is busy.' : 'the system refuses it.';
  return `${reason} Choose another with PORT (0 takes any free one).`;
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  await once(server.close(), 'close');
}
