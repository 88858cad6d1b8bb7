import { once } from 'node:events';
import type { Server } from 'node:http';
import { LocalClerkPortError } from './errors.js';

// Tokens are handed out to whoever asks, so nobody but this machine may ask.
const LOOPBACK = '127.0.0.1';

/**
 * Listens on this machine's loopback interface and resolves to the port.
 *
 * @param port 0 takes any free one.
 * @throws LocalClerkPortError when it can't.
 */
export async function listen(server: Server, port: number): Promise<number> {
  try {
    server.listen(port, LOOPBACK);
    await once(server, 'listening');
  } catch (error) {
    throw new LocalClerkPortError(port, error);
  }
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}

/** Frees the port and closes every connection, idle or not. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Clients keep connections open for the next call; closing the server alone would wait for them.
    server.closeAllConnections();
  });
}
