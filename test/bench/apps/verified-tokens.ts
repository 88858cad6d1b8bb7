import { type KeyObject, verify } from 'node:crypto';

/** What the ideal application knows of who is signed in. */
export interface Claims {
  readonly sub: string;
  /** In seconds since 1970. */
  readonly exp: number;
}

/** Tokens that have been verified once, each with its claims; it never forgets one. */
export class VerifiedTokens {
  readonly #claims = new Map<string, Claims>();
  readonly #key: KeyObject;

  constructor(key: KeyObject) {
    this.#key = key;
  }

  /** The claims of a token that is valid at this moment. */
  read(token: string): Claims | undefined {
    const claims = this.#claims.get(token) ?? this.#verify(token);
    return claims && claims.exp > Date.now() / 1000 ? claims : undefined;
  }

  #verify(token: string): Claims | undefined {
    const [header, body, signature, ...rest] = token.split('.');
    if (!header || !body || !signature || rest.length > 0) return undefined;
    const content = Buffer.from(`${header}.${body}`);
    if (!verify('sha256', content, this.#key, Buffer.from(signature, 'base64url'))) {
      return undefined;
    }
    const claims: Claims = JSON.parse(Buffer.from(body, 'base64url').toString());
    this.#claims.set(token, claims);
    return claims;
  }
}
