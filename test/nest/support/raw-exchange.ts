import { connect } from 'node:net';

/** An HTTP answer as it came over the socket. */
export interface RawAnswer {
  readonly status: number;
  readonly text: string;
}

/**
 * Sends a request byte for byte, as no client library would, and reads the answer until the server
 * closes the connection.
 */
export async function rawExchange(port: number, lines: readonly string[]): Promise<RawAnswer> {
  const text = await new Promise<string>((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`${[...lines, 'Connection: close'].join('\r\n')}\r\n\r\n`);
    });
    socket.setTimeout(5_000, () => socket.destroy(new Error('No answer within 5 seconds.')));
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    socket.on('error', reject);
  });
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]), text };
}
