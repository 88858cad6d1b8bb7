import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { verifyWebhook, type WebhookEvent } from 'clerk-nestjs/webhooks';

/** A request as it came in. */
export interface Received {
  readonly id: string;
  readonly timestamp: string;
  readonly body: string;
  readonly request: Request;
  /** When it came in: Unix time in milliseconds. */
  readonly at: number;
}

/** What to answer to the request with this number, counted from 0; a promise for later. */
export type Answer = (received: Received, count: number) => number | Promise<number>;

/** A server that takes in deliveries. */
export interface Receiver {
  readonly url: string;
  readonly port: number;
  readonly received: Received[];
  /** How many connections are open. */
  connections(): Promise<number>;
  /** The events, whose signatures were verified. */
  events(signingSecret: string): Promise<WebhookEvent[]>;
  close(): Promise<void>;
}

/** Starts a server that answers 200, or whatever else it is told to. */
export async function startReceiver(answer: Answer = () => 200): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void respond(request, response);
  });
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    const one = await read(request);
    received.push(one);
    const status = await answer(one, received.length - 1);
    response.writeHead(status, status === 302 ? { Location: '/elsewhere' } : {}).end('{}');
  };
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The receiver has no port.');
  const { port } = address;
  return {
    url: `http://localhost:${port}/webhooks/clerk`,
    port,
    received,
    connections: () =>
      new Promise((resolve) => server.getConnections((_, count) => resolve(count))),
    events: (signingSecret) =>
      Promise.all(received.map(({ request }) => verifyWebhook(request.clone(), { signingSecret }))),
    close: async () => {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}

async function read(request: IncomingMessage): Promise<Received> {
  const body = (await buffer(request)).toString('utf8');
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
  return {
    id: headers.get('svix-id') ?? '',
    timestamp: headers.get('svix-timestamp') ?? '',
    body,
    request: new Request('http://receiver.test/', { method: request.method, headers, body }),
    at: Date.now(),
  };
}
