import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Longer than anything takes that works. */
const TIMEOUT_IN_MS = 20_000;

/** Makes requests of the application over connections that are kept. */
export class Caller {
  readonly #agent: Agent;

  constructor(
    private readonly port: number,
    readonly connections: number,
  ) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** Asks once. No answer is one of status 0. */
  async get(path: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
    try {
      return await this.#send(path, headers);
    } catch (error) {
      return { status: 0, body: String(error) };
    }
  }

  async #send(path: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
    const target = { host: '127.0.0.1', port: this.port, path, headers, agent: this.#agent };
    const sent = request({ ...target, timeout: TIMEOUT_IN_MS });
    sent.once('timeout', () => sent.destroy(new Error('no answer in time')));
    sent.end();
    const response = await responseTo(sent);
    return { status: response.statusCode ?? 0, body: parsed(await text(response)) };
  }

  close(): void {
    this.#agent.destroy();
  }
}

function responseTo(sent: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    sent.once('response', resolve);
    sent.once('error', reject);
  });
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // Whoever judges the answer says that it is not what it has to be.
    return body;
  }
}
