import { Agent as HttpAgent, type ClientRequest, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { urlToHttpOptions } from 'node:url';

/** One request to the Frontend API. */
export interface UpstreamRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | string[]>>;
}

const LIMITS = {
  keepAlive: true,
  maxSockets: 256,
  maxFreeSockets: 32,
  // Servers close idle connections, as a rule after five seconds or more: a request that is sent at
  // that moment is lost. So ours are closed before.
  timeout: 4_000,
} as const;

/**
 * The connections to the Frontend API, kept open for the next request. Node's own client and not
 * `fetch`, which decodes bodies, adds headers of its own and follows rules made for browsers.
 */
export class UpstreamConnections {
  readonly #http = new HttpAgent(LIMITS);
  readonly #https = new HttpsAgent(LIMITS);

  /** @throws What Node throws for headers that can't be sent. */
  open({ url, method, headers }: UpstreamRequest): ClientRequest {
    const options = { ...urlToHttpOptions(url), method, headers, setHost: false };
    return url.protocol === 'https:'
      ? httpsRequest({ ...options, agent: this.#https })
      : httpRequest({ ...options, agent: this.#http });
  }

  /** Closes idle connections at once, the others when what is under way on them has ended. */
  close(): void {
    for (const agent of [this.#http, this.#https]) {
      agent.maxFreeSockets = 0;
      for (const sockets of Object.values(agent.freeSockets)) {
        for (const socket of sockets ?? []) socket.destroy();
      }
    }
  }
}
