import { RsaKey } from '../../generate/rsa-key.js';

/** The instance's key, which both clients are given, and another one. */
const ownKey = new RsaKey();
const foreignKey = new RsaKey();

/** The public half of the instance's key, in PEM. */
export const JWT_KEY = ownKey.pem;

const HEADER = { alg: 'RS256', kid: 'ins_1', typ: 'JWT' };
const CLAIMS = {
  iss: 'https://clerk.example',
  sub: 'mch_1',
  jti: 'mt_1',
  iat: 1_700_000_000,
  exp: 4_000_000_000,
  scopes: 'mch_2 mch_3',
  some_key: { innerKey: 1 },
};

function signed(header: object, claims: object, key = ownKey): string {
  const parts = [header, claims].map((part) => JSON.stringify(part));
  const text = parts.map((part) => Buffer.from(part).toString('base64url')).join('.');
  return `${text}.${key.sign(text, 'RS256')}`;
}

/** Tokens of machines that are JWTs: good ones, and such as have something wrong with them. */
export const MACHINE_JWTS: readonly string[] = [
  signed(HEADER, CLAIMS),
  signed(HEADER, { ...CLAIMS, aud: ['mch_2', 'mch_3'], scopes: undefined }),
  signed(HEADER, { ...CLAIMS, scopes: undefined, jti: undefined }),
  signed(HEADER, { ...CLAIMS, exp: 1_700_000_060 }),
  signed(HEADER, { ...CLAIMS, nbf: 3_999_999_999 }),
  signed(HEADER, CLAIMS, foreignKey),
  signed({ ...HEADER, alg: 'none' }, CLAIMS),
  signed({ alg: 'RS256' }, CLAIMS),
  signed(HEADER, { ...CLAIMS, sub: 'user_1' }),
];
