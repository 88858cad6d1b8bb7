import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { clientOptions, environmentOf, proxiedEnvironmentOf } from './client-options.js';
import type {
  LocalClerkClientOptions,
  LocalClerkEnvironment,
  ProxiedLocalClerkEnvironment,
} from './client-options.js';
import { assertNotInProduction, assertPort, instanceOf } from './local-clerk-options.js';
import type { LocalClerkOptions } from './local-clerk-options.js';
import type { LocalInstance } from './local-instance.js';
import { close, listen } from './loopback-server.js';
import type {
  ApiKeyRequest,
  CreatedToken,
  M2mTokenRequest,
  OAuthAccessTokenRequest,
} from './machine-token-requests.js';
import type { SeededMachines } from './seed-machines.js';
import type { SeededUsers } from './seed.js';
import { requestListener } from './server/request-listener.js';
import { checkEndpoints } from './webhooks/check-endpoint.js';
import { LocalWebhooks } from './webhooks/local-webhooks.js';

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
    /** Its deliveries of events: what was sent, waiting for it, sending it again. */
    readonly webhooks: LocalWebhooks,
  ) {}

  /**
   * Starts an instance and resolves once it answers.
   *
   * @throws LocalClerkInProductionError with `NODE_ENV=production`.
   * @throws LocalClerkPortError when it can't listen on the port.
   * @throws LocalClerkOptionsError for options that can't be or contradict each other.
   */
  static async start(options: LocalClerkOptions = {}): Promise<LocalClerk> {
    assertNotInProduction(process.env.NODE_ENV);
    const { port: wanted = 0, refreshTokens = false } = options;
    assertPort(wanted);
    const instance = instanceOf(options);
    const endpoints = checkEndpoints(options.webhooks, instance);
    const server = createServer();
    const port = await listen(server, wanted);
    const context = { instance, origin: originOf(port), proxyUrl: undefined, refreshTokens };
    server.on('request', requestListener(context));
    return new LocalClerk(instance, port, server, new LocalWebhooks(instance, endpoints));
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

  /** `ak_…`: the secret key of `machines.api`, for `machineSecretKey` or `CLERK_MACHINE_SECRET_KEY`. */
  get machineSecretKey(): string {
    return this.instance.machineSecretKey;
  }

  /** `whsec_…`: what its webhooks are signed with, for the option `signingSecret`. */
  get webhookSigningSecret(): string {
    return this.webhooks.signingSecret;
  }

  /** The public key in PEM (SPKI), for the option `jwtKey` or `CLERK_JWT_KEY`. */
  get jwtKey(): string {
    return this.instance.jwtKey;
  }

  /** The seeded users by name: `users.ada.id`. */
  get users(): SeededUsers {
    return this.instance.users;
  }

  /** The seeded machines by name: `machines.worker.id`. */
  get machines(): SeededMachines {
    return this.instance.machines;
  }

  /** What `ClerkModule.forRoot()`, or a vendor's SDK, needs in order to use this instance. */
  get options(): LocalClerkClientOptions {
    return clientOptions(this.instance, this.origin);
  }

  /** The same as environment variables, for a child process. */
  get env(): LocalClerkEnvironment {
    return environmentOf(this.options, this.webhookSigningSecret);
  }

  /**
   * The same for an application with the option `frontendApiProxy` at a path, so that browsers see
   * one origin only: `CLERK_FAPI_URL` leads its proxy here, and sign-in is below the path.
   */
  proxiedEnv(path = '/__clerk'): ProxiedLocalClerkEnvironment {
    return proxiedEnvironmentOf(this.env, path);
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

  /**
   * A new API key of a user or an organization.
   *
   * @example clerk.createApiKey({ subject: 'ada', scopes: ['articles:read'] }).token
   * @throws UnknownLocalSubjectError naming the users and organizations there are.
   */
  createApiKey(request: ApiKeyRequest): CreatedToken {
    return this.instance.createApiKey(request);
  }

  /**
   * A new M2M token of a machine: opaque, or with `tokenFormat: 'jwt'` a JWT.
   *
   * @example clerk.createM2mToken({ subject: 'worker' }).token
   * @throws UnknownLocalSubjectError naming the machines there are.
   */
  createM2mToken(request: M2mTokenRequest): CreatedToken {
    return this.instance.createM2mToken(request);
  }

  /**
   * A new access token of a user for an OAuth client: opaque, or with `tokenFormat: 'jwt'` a JWT.
   *
   * @example clerk.createOAuthAccessToken({ subject: 'ada', scopes: ['profile'] }).token
   * @throws UnknownLocalUserError naming the users there are.
   */
  createOAuthAccessToken(request: OAuthAccessTokenRequest): CreatedToken {
    return this.instance.createOAuthAccessToken(request);
  }

  /** @throws UnknownLocalTokenError when no API key has this id. */
  revokeApiKey(id: string): void {
    this.instance.revokeApiKey(id);
  }

  /** @throws UnknownLocalTokenError when no opaque M2M token has this id. */
  revokeM2mToken(id: string): void {
    this.instance.revokeM2mToken(id);
  }

  /** @throws UnknownLocalTokenError when no opaque OAuth access token has this id. */
  revokeOAuthAccessToken(id: string): void {
    this.instance.revokeOAuthAccessToken(id);
  }

  /** Lets the process end while the instance is up; for tests whose application fails to boot. */
  unref(): this {
    this.server.unref();
    return this;
  }

  /** Frees the port, closes every connection and breaks off deliveries. May be called again. */
  stop(): Promise<void> {
    this.stopped ??= this.#stop();
    return this.stopped;
  }

  async #stop(): Promise<void> {
    await Promise.all([this.webhooks.stop(), close(this.server)]);
  }
}

function originOf(port: number): string {
  return `http://localhost:${port}`;
}
