/** The algorithms that a given password digest may come from. */
export type PasswordHasher =
  | 'argon2i'
  | 'argon2id'
  | 'awscognito'
  | 'bcrypt'
  | 'bcrypt_sha256_django'
  | 'md5'
  | 'pbkdf2_sha256'
  | 'pbkdf2_sha256_django'
  | 'pbkdf2_sha1'
  | 'pbkdf2_sha512'
  | 'pbkdf2_sha512_hex'
  | 'phpass'
  | 'scrypt_firebase'
  | 'scrypt_werkzeug'
  | 'sha256'
  | 'sha512_symfony'
  | 'md5_phpass'
  | 'ldap_ssha';

/** A password that is known only by its digest, as after a migration. No error shows the digest. */
export interface UserPasswordHashingParams {
  /** The digest, in the format of its algorithm. */
  readonly passwordDigest: string;
  /** The algorithm; digests of weak ones are replaced when the user signs in next. */
  readonly passwordHasher: PasswordHasher;
}

/** A digest together with its algorithm, or neither of them. */
export type OptionalPasswordHashing =
  | UserPasswordHashingParams
  | {
      /** Only with `passwordHasher`. */
      readonly passwordDigest?: never;
      /** Only with `passwordDigest`. */
      readonly passwordHasher?: never;
    };
