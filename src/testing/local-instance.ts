import { issueApiKey } from './api-key.js';
import { cookieSuffixOf, frontendApiHost, publishableKeyOf, secretKeyOf } from './instance-keys.js';
import type { Issuing } from './issuing.js';
import type { LocalInstanceOptions } from './local-instance-options.js';
import { LocalStore } from './local-store.js';
import type { LocalSession } from './local-user.js';
import { issueM2mToken } from './m2m-token.js';
import type {
  ApiKeyRequest,
  CreatedToken,
  M2mTokenRequest,
  OAuthAccessTokenRequest,
} from './machine-token-requests.js';
import { issueOAuthAccessToken } from './oauth-access-token.js';
import type { SeededMachines } from './seed-machines.js';
import type { SeededUsers } from './seed.js';
import { SESSION_TOKEN_CATEGORY, sessionClaims } from './session-claims.js';
import { SigningKey } from './signing-key.js';
import type { LocalJwk, OpenedJwt } from './signing-key.js';
import type { MintRequest, TokenChanges } from './token-changes.js';

export type { MintRequest, TokenChanges };

const DEFAULT_AZP = 'http://localhost:3000';

/**
 * A development instance of Clerk without a server: keys, users, and tokens signed on the spot.
 * `LocalClerk` puts it on a port.
 */
export class LocalInstance {
  /** The made-up host of its Frontend API, which the publishable key and `iss` name. */
  readonly frontendApi: string;
  /** `pk_test_…` */
  readonly publishableKey: string;
  /** `sk_test_…` */
  readonly secretKey: string;
  /** Its clock: Unix time in milliseconds. */
  readonly now: () => number;
  readonly store = new LocalStore();
  private readonly key = new SigningKey();
  private readonly issuer: string;
  /** The `azp` claim of its tokens: the origin that they are for. */
  readonly azp: string;

  /** @throws LocalClerkOptionsError for a number or a secret key that can't be. */
  constructor(options: LocalInstanceOptions = {}) {
    this.frontendApi = frontendApiHost(options.number);
    this.issuer = `https://${this.frontendApi}`;
    this.publishableKey = publishableKeyOf(this.frontendApi);
    this.secretKey = secretKeyOf(options.secretKey);
    this.azp = options.azp ?? DEFAULT_AZP;
    this.now = options.now ?? Date.now;
  }

  /** The seeded users by name: `users.ada.id`. */
  get users(): SeededUsers {
    return this.store.users;
  }

  /** The seeded machines by name: `machines.api.id`. */
  get machines(): SeededMachines {
    return this.store.machines;
  }

  /** `ak_…`: the secret key of `machines.api`, for the option `machineSecretKey`. Always random. */
  get machineSecretKey(): string {
    return this.store.machineSecretKey;
  }

  /** The id of the key that signs its tokens. */
  get kid(): string {
    return this.key.kid;
  }

  /** What the names of its cookies end in, beside the plain names. */
  get cookieSuffix(): string {
    return cookieSuffixOf(this.publishableKey);
  }

  /** The public key in PEM (SPKI), for the option `jwtKey` or `CLERK_JWT_KEY`. */
  get jwtKey(): string {
    return this.key.pem;
  }

  /** The public keys as `GET /v1/jwks` serves them. */
  get jwks(): { keys: LocalJwk[] } {
    return { keys: [this.key.jwk] };
  }

  /**
   * The user's session without a browser, begun now if there is none.
   *
   * @throws UnknownLocalUserError naming the users there are.
   */
  signIn(user: string): LocalSession {
    return this.store.signIn(this.store.getUser(user), this.now());
  }

  /**
   * A fresh session token, valid for 60 seconds.
   *
   * @param user A name (`ada`) or an id (`user_…`).
   * @param claims Claims to set; `undefined` leaves one out.
   * @throws UnknownLocalUserError naming the users there are.
   */
  mintSessionToken(user: string, claims?: Readonly<Record<string, unknown>>): string {
    return this.mint({ user, claims });
  }

  /**
   * A session token with chosen claims, header and lifetime, for what a sign-in never brings.
   *
   * @throws UnknownLocalUserError naming the users there are.
   */
  mint({ user, ...changes }: MintRequest): string {
    return this.mintFor(this.signIn(user), changes);
  }

  /** A session token of this very session. */
  mintFor(session: LocalSession, { claims, header, expiresInSeconds }: TokenChanges = {}): string {
    const { issuer, azp } = this;
    const input = { issuer, azp, now: this.now(), expiresInSeconds };
    return this.sign({ ...sessionClaims(session, input), ...claims }, header);
  }

  /** The token in which a handshake brings an application its cookies. It never expires. */
  mintHandshake(directives: readonly string[]): string {
    return this.sign({ handshake: directives });
  }

  /**
   * A new API key of a user or an organization.
   *
   * @throws UnknownLocalSubjectError naming the users and organizations there are.
   */
  createApiKey(request: ApiKeyRequest): CreatedToken {
    return issueApiKey(request, this.issuing);
  }

  /**
   * A new M2M token of a machine: opaque, or with `tokenFormat: 'jwt'` a JWT.
   *
   * @throws UnknownLocalSubjectError naming the machines there are.
   */
  createM2mToken(request: M2mTokenRequest): CreatedToken {
    return issueM2mToken(request, this.issuing);
  }

  /**
   * A new access token of a user for an OAuth client: opaque, or with `tokenFormat: 'jwt'` a JWT.
   *
   * @throws UnknownLocalUserError naming the users there are.
   */
  createOAuthAccessToken(request: OAuthAccessTokenRequest): CreatedToken {
    return issueOAuthAccessToken(request, this.issuing);
  }

  /** @throws UnknownLocalTokenError when no API key has this id. */
  revokeApiKey(id: string): void {
    this.store.apiKeys.revoke(id);
  }

  /** @throws UnknownLocalTokenError when no opaque M2M token has this id. */
  revokeM2mToken(id: string): void {
    this.store.m2mTokens.revoke(id);
  }

  /** @throws UnknownLocalTokenError when no opaque OAuth access token has this id. */
  revokeOAuthAccessToken(id: string): void {
    this.store.oauthAccessTokens.revoke(id);
  }

  /** What a JWT of this instance's says, whatever its age; undefined for any other. */
  open(token: string): OpenedJwt | undefined {
    return this.key.open(token);
  }

  /** The claims of a token of this instance's, whatever its age; undefined for any other. */
  claimsOf(token: string): Readonly<Record<string, unknown>> | undefined {
    return this.open(token)?.claims;
  }

  private get issuing(): Issuing {
    return {
      store: this.store,
      issuer: this.issuer,
      now: this.now(),
      sign: (claims, header) => this.sign(claims, header),
    };
  }

  private sign(claims: Record<string, unknown>, header?: TokenChanges['header']): string {
    const standard = { alg: 'RS256', cat: SESSION_TOKEN_CATEGORY, kid: this.kid, typ: 'JWT' };
    return this.key.signJwt({ ...standard, ...header }, claims);
  }
}
