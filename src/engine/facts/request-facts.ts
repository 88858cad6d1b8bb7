import type { Instance } from '../instance.js';
import { readBearer } from './bearer.js';
import { type CookieFacts, readCookies } from './cookies.js';
import type { Token } from './decoded-token.js';
import { isDocumentRequest } from './document-request.js';
import { assertReadableTarget, readPublicUrl } from './public-url.js';
import { type MachineToken, readMachineToken } from './machine-token.js';
import { type HandshakeTicket, readHandshakeTicket } from './handshake-ticket.js';
import { assertAllowedMethod } from './request-method.js';
import type { RequestSource } from './request-source.js';

/**
 * What a request says, as far as authentication is concerned: each part is parsed once, when it is
 * first asked for, and nothing here has been verified. Time is a fact too, and holds still.
 */
export class RequestFacts {
  /** When the request was read, in milliseconds since 1970. */
  readonly now: number;
  readonly method: string;
  /** The token of the `Authorization` header. */
  readonly bearer: Token | undefined;
  /** The same, where it is a program's. */
  readonly machineToken: MachineToken | undefined;

  readonly #source: RequestSource;
  readonly #instance: Instance;
  #cookies: CookieFacts | undefined;
  #url: URL | undefined;
  /** Null: there is none. */
  #handshakeTicket: HandshakeTicket | null | undefined;
  #mayHoldParameter: boolean | undefined;

  /**
   * @param source The request.
   * @param instance The instance whose cookies are looked for.
   * @param now Milliseconds since 1970.
   * @throws ClerkRequestError for a target or a method that the web's own request type can't hold.
   */
  constructor(source: RequestSource, instance: Instance, now: number) {
    assertReadableTarget(source.target);
    assertAllowedMethod(source.method);
    const bearer = readBearer(source.header('authorization'));
    this.now = now;
    this.method = source.method;
    this.bearer = bearer === undefined ? undefined : instance.tokens.decode(bearer);
    this.machineToken = this.bearer && readMachineToken(this.bearer);
    this.#source = source;
    this.#instance = instance;
  }

  /** Clerk's cookies. */
  get cookies(): CookieFacts {
    this.#cookies ??= readCookies(this.#source.header('cookie'), this.#instance, this.now);
    return this.#cookies;
  }

  /** The URL under which the client reached us. Do not change it; it is shared. */
  get url(): URL {
    this.#url ??= readPublicUrl(this.#source);
    return this.#url;
  }

  /** All headers, for the one operation of Clerk's that wants them. */
  get headers(): Readonly<Record<string, readonly string[]>> {
    return this.#source.headers();
  }

  /** The token that stands for this browser on a development instance, from the URL or a cookie. */
  get devBrowser(): string | undefined {
    return this.query('__clerk_db_jwt') ?? this.cookies.devBrowser;
  }

  /** What the browser brings back from a handshake. */
  get handshakeTicket(): HandshakeTicket | undefined {
    if (this.#handshakeTicket === undefined) {
      const query = (name: string) => this.query(name);
      this.#handshakeTicket = readHandshakeTicket(query, this.cookies.plain) ?? null;
    }
    return this.#handshakeTicket ?? undefined;
  }

  /** What a browser says that the answer is for (`Sec-Fetch-Dest`). */
  get destination(): string | undefined {
    return this.#source.header('sec-fetch-dest') || undefined;
  }

  /** The address of the page that led here (`Referer`). */
  get referrer(): string | undefined {
    return this.#source.header('referer') || undefined;
  }

  /** The origin of the page whose script asks (`Origin`). */
  get origin(): string | undefined {
    return this.#source.header('origin') || undefined;
  }

  /** A parameter of the URL. Most requests have none of ours, and then the URL isn't parsed. */
  query(name: string): string | undefined {
    this.#mayHoldParameter ??= mayHoldParameter(this.#source.target);
    if (!this.#mayHoldParameter) return undefined;
    return this.url.searchParams.get(name) || undefined;
  }

  /** Whether a browser asks for a page, so that sending it elsewhere makes sense. */
  get isDocumentRequest(): boolean {
    return isDocumentRequest(this.#source);
  }
}

/**
 * Whether a target can hold a parameter of ours: each starts so, unless some of its name is
 * percent-encoded. In one pass and without a pattern, as a target is as long as its sender likes.
 */
function mayHoldParameter(target: string): boolean {
  const query = target.indexOf('?');
  return query >= 0 && (target.includes('__clerk', query) || target.includes('%', query));
}
