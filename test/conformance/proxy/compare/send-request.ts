import { connect, type Socket } from 'node:net';
import { type BrowserRequest, bytesOf } from '../generate/proxy-scenario.js';
import { piecesOf } from '../serve/pieces.js';

/** Sends a request byte for byte and reads until the server closes the connection. */
export async function sendRequest(port: number, request: BrowserRequest): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const socket = connect(port, '127.0.0.1');
  const answered = new Promise<void>((resolve) => {
    socket.setTimeout(10_000, () => socket.destroy());
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    // A server that refuses a body closes the connection while that is on its way.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve());
  });
  socket.write(headOf(request), 'latin1');
  const { body } = request;
  if (body) {
    for await (const piece of piecesOf(bytesOf(body), body.pieces)) {
      writePiece(socket, piece, body.framing);
    }
    if (body.framing === 'chunked') socket.write('0\r\n\r\n');
  }
  await answered;
  return Buffer.concat(chunks);
}

function headOf({ method, target, host, headers, body }: BrowserRequest): string {
  const framing = body && {
    length: `Content-Length: ${body.size}`,
    chunked: 'Transfer-Encoding: chunked',
  };
  const lines = [
    `${method} ${target} HTTP/1.1`,
    `Host: ${host}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(body && framing ? [framing[body.framing]] : []),
  ];
  return `${lines.join('\r\n')}\r\n\r\n`;
}

function writePiece(socket: Socket, piece: Buffer, framing: 'length' | 'chunked'): void {
  if (framing === 'chunked') socket.write(`${piece.length.toString(16)}\r\n`);
  socket.write(piece);
  if (framing === 'chunked') socket.write('\r\n');
}
