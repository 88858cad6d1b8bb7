/** A public key of the instance (RFC 7517). The answer has no `object`; it comes as it is. */
export interface JwksKeyJSON {
  /** What it is for: `sig`. */
  readonly use: string;
  /** The kind of key: `RSA`. */
  readonly kty: string;
  /** The name by which tokens refer to it. */
  readonly kid: string;
  /** The algorithm: `RS256`. */
  readonly alg: string;
  /** The modulus, base64url-encoded. */
  readonly n: string;
  /** The exponent, base64url-encoded. */
  readonly e: string;
}

/** The public keys of the instance (RFC 7517). The answer has no `object`; it comes as it is. */
export interface JwksJSON {
  /** One for each key that tokens may be signed with. */
  readonly keys?: JwksKeyJSON[];
}
