import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { clientOptions, environmentOf } from './client-options.js';
import type { LocalClerkClientOptions, LocalClerkEnvironment } from './client-options.js';
import {
  LocalClerkInProductionError,
  LocalClerkOptionsError,
  LocalClerkPortError,
} from './errors.js';
import { LocalInstance } from './local-instance.js';
import type { SeededUsers } from './seed.js';
import { requestListener } from './server/request-listener.js';

/** What can be chosen about an embedded instance on a port. */
export interface LocalClerkOptions {
  /** Default 0: any free port. A fixed one keeps the URLs and the publishable key across restarts. */
  readonly port?: number;
  /** The `azp` claim of its tokens; default `http://localhost:3000`. */
  readonly azp?: string;
  /** `sk_test_…`; default a random one. */
  readonly secretKey?: string;
  /**
   * Whether a handshake hands out a refresh token, with which an application renews a session
   * without a redirect, as Clerk's production instances may; default false.
   */
  readonly refreshTokens?: boolean;
  /** An instance that is already there; it brings its own `azp` and `secretKey`. */
  readonly instance?: LocalInstance;
}

// Tokens are handed out to whoever asks, so nobody but this machine may ask.
const LOOPBACK = '127.0.0.1';

/**
 * An embedded development instance of Clerk, offline, on its own loopback port: the Backend API,
 * the handshake, and pages to sign in (`/sign-in`) and out (`/sign-out`) by.
 *
 * @example
 * const clerk = await LocalClerk.start();
 * const app = await bootWith(clerk.options);
 * await fetch(url, { headers: { Authorization: `Bearer ${clerk.mintSessionToken('ada')}` } });
 * await clerk.stop();
 */
export class LocalClerk {
  private stopped: Promise<void> | undefined;

  private constructor(
    /** The keys, users and tokens behind the port. */
    readonly instance: LocalInstance,
    /** The port it listens on. */
    readonly port: number,
    private readonly server: Server,
  ) {}

  /**
   * Starts an instance and resolves once it answers.
   *
   * @throws LocalClerkInProductionError with `NODE_ENV=production`.
   * @throws LocalClerkPortError when it can't listen on the port.
   * @throws LocalClerkOptionsError for options that can't be or contradict each other.
   */
  static async start(options: LocalClerkOptions = {}): Promise<LocalClerk> {
    if (isProduction(process.env.NODE_ENV)) throw new LocalClerkInProductionError();
    const { port: wanted = 0, refreshTokens = false } = options;
    assertPort(wanted);
    const instance = instanceOf(options);
    const server = createServer();
    const port = await listen(server, wanted);
    server.on('request', requestListener({ instance, origin: originOf(port), refreshTokens }));
    return new LocalClerk(instance, port, server);
  }

  /** `http://localhost:<port>`: its Backend API, its Frontend API and its pages. */
  get origin(): string {
    return originOf(this.port);
  }

  /** `pk_test_…` */
  get publishableKey(): string {
    return this.instance.publishableKey;
  }

  /** `sk_test_…` */
  get secretKey(): string {
    return this.instance.secretKey;
  }

  /** The public key in PEM (SPKI), for the option `jwtKey` or `CLERK_JWT_KEY`. */
  get jwtKey(): string {
    return this.instance.jwtKey;
  }

  /** The seeded users by name: `users.ada.id`. */
  get users(): SeededUsers {
    return this.instance.users;
  }

  /** What `ClerkModule.forRoot()`, or a vendor's SDK, needs in order to use this instance. */
  get options(): LocalClerkClientOptions {
    return clientOptions(this.instance, this.origin);
  }

  /** The same as environment variables, for a child process. */
  get env(): LocalClerkEnvironment {
    return environmentOf(this.options);
  }

  /**
   * A fresh session token, valid for 60 seconds.
   *
   * @param user A name (`ada`) or an id (`user_…`).
   * @param claims Claims to set; `undefined` leaves one out.
   * @throws UnknownLocalUserError naming the users there are.
   */
  mintSessionToken(user: string, claims?: Readonly<Record<string, unknown>>): string {
    return this.instance.mintSessionToken(user, claims);
  }

  /** Lets the process end while the instance is up; for tests whose application fails to boot. */
  unref(): this {
    this.server.unref();
    return this;
  }

  /** Frees the port and closes every connection, idle or not. May be called again. */
  stop(): Promise<void> {
    this.stopped ??= close(this.server);
    return this.stopped;
  }
}

// However it is spelt: with a capital or a space, it was meant.
function isProduction(environment: string | undefined): boolean {
  return environment?.trim().toLowerCase() === 'production';
}

// Of what came from LOCAL_CLERK_PORT, so the message names both.
function assertPort(port: number): void {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new LocalClerkOptionsError(
      'The `port` option (or LOCAL_CLERK_PORT) must be an integer from 0 to 65535; 0 takes any free port.',
    );
  }
}

function instanceOf({ instance, port = 0, azp, secretKey }: LocalClerkOptions): LocalInstance {
  if (!instance) {
    // Neighbouring ports get different keys and so different cookies, which browsers share by host.
    return new LocalInstance({ number: port === 0 ? undefined : port % 100, azp, secretKey });
  }
  if (azp !== undefined || secretKey !== undefined) {
    throw new LocalClerkOptionsError(
      'Give `azp` and `secretKey` to the `instance`, not beside it.',
    );
  }
  return instance;
}

function originOf(port: number): string {
  return `http://localhost:${port}`;
}

async function listen(server: Server, port: number): Promise<number> {
  try {
    server.listen(port, LOOPBACK);
    await once(server, 'listening');
  } catch (error) {
    throw new LocalClerkPortError(port, error);
  }
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Clients keep connections open for the next call; closing the server alone would wait for them.
    server.closeAllConnections();
  });
}
