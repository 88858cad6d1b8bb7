import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerHeaders } from './answer-headers.js';
import { Exchange, type ExchangeParts } from './exchange.js';
import { bodyOf } from './parsed-body.js';
import { type ProxyRefusal, sendRefusal } from './proxy-refusal.js';
import type { ProxiedInstance } from './proxied-instance.js';
import type { ProxySettings } from './proxy-settings.js';
import { readProxyOrigin } from './public-origin.js';
import { UpstreamConnections } from './upstream-connections.js';
import { upstreamHeaders } from './upstream-headers.js';

/** Tells what came of a request: a failure of the Frontend API or of ours, or that it was answered. */
export type ReportProxied = (failure: ProxyRefusal | undefined) => void;

/** How to keep a body from being lost, for the answer and the log. */
export const BODY_IS_READ =
  'The body of this request was read before it came to the Frontend API proxy, and can not be put ' +
  'together again. Let clerkMiddleware({ frontendApiProxy }) or ClerkModule come before every body parser.';

/**
 * Passes requests on to the Frontend API. Every instance of Clerk is told apart by the secret key
 * that goes with each of them, so that goes nowhere but to that one host.
 */
export class FrontendApiProxy {
  readonly #connections = new UpstreamConnections();

  /** @param report Is told what came of each request. */
  constructor(
    private readonly settings: Pick<ProxySettings, 'path' | 'timeoutInMs'>,
    private readonly report: ReportProxied,
  ) {}

  /**
   * Answers a request, sooner or later; never throws.
   *
   * @param target Path and query below the proxy's path, as `readProxyTarget()` has found them.
   * @param encrypted Whether the browser's connection is TLS.
   */
  forward(
    request: IncomingMessage,
    response: ServerResponse,
    target: string,
    { frontendApiUrl, secretKey }: ProxiedInstance,
    encrypted: boolean,
  ): void {
    const origin = readProxyOrigin(request.headers, encrypted);
    const refusal = refusalOf(request);
    if (refusal) return this.#refuse(request, response, refusal);
    if (!origin) return this.#refuse(request, response, BAD_HOST);
    const body = bodyOf(request);
    if (body.kind === 'lost') return this.#refuse(request, response, LOST_BODY);
    const url = urlBelow(frontendApiUrl, target);
    const proxyUrl = `${origin.public}${this.settings.path}`;
    const context = { host: url.host, proxyUrl, secretKey, origin };
    const headers = upstreamHeaders(request.headers, context);
    new Exchange({
      request,
      response,
      connections: this.#connections,
      upstream: { method: request.method ?? 'GET', url, headers: framed(headers, body) },
      body,
      timeoutInMs: this.settings.timeoutInMs,
      headersOf: (answer) => answerHeaders(answer.headers, url, proxyUrl),
      report: this.report,
    }).start();
  }

  /** Closes the connections to the Frontend API; what is under way comes to its end. */
  close(): void {
    this.#connections.close();
  }

  #refuse(request: IncomingMessage, response: ServerResponse, refusal: ProxyRefusal): void {
    if (refusal.status >= 500) this.report(refusal);
    sendRefusal(request, response, refusal);
  }
}

const BAD_HOST: ProxyRefusal = {
  status: 400,
  code: 'proxy_request_failed',
  message: 'The Host header of this request is no host.',
};

const LOST_BODY: ProxyRefusal = {
  status: 500,
  code: 'proxy_configuration_error',
  message: BODY_IS_READ,
};

/** What is not for a proxy of messages: TRACE would show the secret key to whoever asks. */
function refusalOf({ method = '', headers }: IncomingMessage): ProxyRefusal | undefined {
  if (method === 'TRACE' || method === 'CONNECT') {
    const message = `${method} is not passed on to the Frontend API.`;
    return { status: 405, code: 'proxy_method_not_allowed', message };
  }
  // Clients offer HTTP/2 this way and go on without it.
  if (headers.upgrade === undefined || /^h2c$/i.test(headers.upgrade)) return undefined;
  const message = 'The Frontend API proxy passes on HTTP and no other protocol.';
  return { status: 501, code: 'proxy_upgrade_refused', message };
}

/** Path and query below an address, whose host nothing in them can change. */
function urlBelow(base: URL, target: string): URL {
  const url = new URL(base);
  const [path = '', ...query] = target.split('?');
  url.pathname = `${base.pathname.replace(/\/+$/, '')}${path}`;
  url.search = query.join('?');
  return url;
}

type Headers = Record<string, string | string[]>;
type PassedBody = ExchangeParts['body'];

/** The headers with those that say where the body ends. */
function framed(headers: Headers, body: PassedBody): Headers {
  if (body.kind === 'none') return headers;
  if (body.kind === 'bytes') {
    // A parser has decoded it.
    const { 'content-encoding': _decoded, ...rest } = headers;
    return { ...rest, 'content-length': String(body.bytes.length) };
  }
  // Node would send the body of a DELETE without either, and the rest for the next request.
  return 'content-length' in headers ? headers : { ...headers, 'transfer-encoding': 'chunked' };
}
