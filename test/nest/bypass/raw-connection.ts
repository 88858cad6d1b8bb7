import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { RawAnswer } from '../support/raw-exchange.js';

const END_OF_HEAD = '\r\n\r\n';

/** A connection that takes bytes as they are, and tells one answer from the next. */
export class RawConnection {
  readonly #chunks: AsyncIterator<Buffer>;
  #received = '';

  private constructor(private readonly socket: Socket) {
    this.#chunks = socket[Symbol.asyncIterator]();
  }

  /** Connects to a port of loopback. */
  static async open(port: number): Promise<RawConnection> {
    const socket = connect(port, '127.0.0.1');
    socket.setTimeout(15_000, () => socket.destroy(new Error('No answer within 15 seconds.')));
    await once(socket, 'connect');
    return new RawConnection(socket);
  }

  /** Sends text as it is: each character is a byte. */
  write(text: string): void {
    this.socket.write(text, 'latin1');
  }

  /**
   * The next answer, in the order of the requests; status NaN where the server has hung up.
   *
   * @param method The request's: an answer to HEAD has no body, whatever its headers say.
   */
  async read(method = 'GET'): Promise<RawAnswer> {
    for (;;) {
      const length = lengthOfAnswer(this.#received, method);
      if (length !== undefined && this.#received.length >= length) return this.#take(length);
      const { value, done } = await this.#chunks.next();
      if (done === true) return this.#take(this.#received.length);
      this.#received += value.toString('latin1');
    }
  }

  close(): void {
    this.socket.destroy();
  }

  #take(length: number): RawAnswer {
    const text = this.#received.slice(0, length);
    this.#received = this.#received.slice(length);
    return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]), text };
  }
}

/** How long the first answer is; undefined while its end is not known. */
function lengthOfAnswer(text: string, method: string): number | undefined {
  const end = text.indexOf(END_OF_HEAD);
  if (end < 0) return undefined;
  const start = end + END_OF_HEAD.length;
  const head = text.slice(0, end);
  if (method === 'HEAD' || /^HTTP\/1\.1 (?:1\d\d|204|304)/.test(head)) return start;
  const length = /\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length !== undefined) return start + Number(length);
  if (!/\ntransfer-encoding: *chunked/i.test(head)) return undefined;
  const last = text.indexOf('\r\n0\r\n\r\n', end);
  return last < 0 ? undefined : last + '\r\n0\r\n\r\n'.length;
}
