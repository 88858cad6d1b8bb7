import {
  cookieSuffixOf,
  DEFAULT_INSTANCE_NUMBER,
  frontendApiHost,
  publishableKeyOf,
  secretKeyOf,
} from './instance-keys.js';
import { LocalStore } from './local-store.js';
import type { LocalSession } from './local-user.js';
import type { SeededUsers } from './seed.js';
import {
  SESSION_TOKEN_CATEGORY,
  SESSION_TOKEN_LIFETIME_IN_SECONDS,
  sessionClaims,
} from './session-claims.js';
import { SigningKey } from './signing-key.js';
import type { LocalJwk } from './signing-key.js';

/** What can be chosen about an embedded instance. */
export interface LocalInstanceOptions {
  /**
   * 0 to 99; default 1. The publishable key follows from it, and from that the names of the
   * cookies: the same number keeps them across restarts.
   */
  readonly number?: number;
  /** The `azp` claim of its tokens; default `http://localhost:3000`. */
  readonly azp?: string;
  /** `sk_test_…`; default a random one. */
  readonly secretKey?: string;
  /** The clock: Unix time in milliseconds; default `Date.now`. */
  readonly now?: () => number;
}

/** How a token differs from the one a sign-in would bring. */
export interface TokenChanges {
  /** Claims to set; `undefined` leaves one out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Header parameters to set; `undefined` leaves one out. RS256, RS384 and RS512 can be signed. */
  readonly header?: Readonly<Record<string, unknown>>;
  /** Default 60. */
  readonly expiresInSeconds?: number;
}

/** A token of a user's that differs from the one a sign-in would bring. */
export interface MintRequest extends TokenChanges {
  /** A name (`ada`) or an id (`user_…`). */
  readonly user: string;
}

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
  /** The `azp` claim of its tokens: the origin that they are for. */
  readonly azp: string;

  /** @throws LocalClerkOptionsError for a number or a secret key that can't be. */
  constructor(options: LocalInstanceOptions = {}) {
    this.frontendApi = frontendApiHost(options.number ?? DEFAULT_INSTANCE_NUMBER);
    this.publishableKey = publishableKeyOf(this.frontendApi);
    this.secretKey = secretKeyOf(options.secretKey);
    this.azp = options.azp ?? DEFAULT_AZP;
    this.now = options.now ?? Date.now;
  }

  /** The seeded users by name: `users.ada.id`. */
  get users(): SeededUsers {
    return this.store.users;
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
    return this.sign(
      {
        ...sessionClaims(session, {
          issuer: `https://${this.frontendApi}`,
          azp: this.azp,
          now: this.now(),
          expiresInSeconds: expiresInSeconds ?? SESSION_TOKEN_LIFETIME_IN_SECONDS,
        }),
        ...claims,
      },
      header,
    );
  }

  /** The token in which a handshake brings an application its cookies. It never expires. */
  mintHandshake(directives: readonly string[]): string {
    return this.sign({ handshake: directives });
  }

  /** The claims of a token of this instance's, whatever its age; undefined for any other. */
  claimsOf(token: string): Readonly<Record<string, unknown>> | undefined {
    return this.key.claimsOf(token);
  }

  private sign(claims: Record<string, unknown>, header?: TokenChanges['header']): string {
    const standard = { alg: 'RS256', cat: SESSION_TOKEN_CATEGORY, kid: this.kid, typ: 'JWT' };
    return this.key.signJwt({ ...standard, ...header }, claims);
  }
}
