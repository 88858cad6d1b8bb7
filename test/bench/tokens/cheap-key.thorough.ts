import { generateKeyPairSync, verify } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { importSPKI, jwtVerify } from 'jose';
import { PUBLIC_KEY, PUBLIC_KEY_PEM, signCheaply } from './cheap-key.js';
import { forgedToken, sessionToken, userOf } from './session-token.js';

const verifyToken = async (token: string) =>
  jwtVerify(token, await importSPKI(PUBLIC_KEY_PEM, 'RS256'), { algorithms: ['RS256'] });

describe('The key of the benchmark', () => {
  it('costs a verifier what any RSA key of 2048 bits does', () => {
    expect(PUBLIC_KEY.asymmetricKeyDetails).toEqual({
      modulusLength: 2048,
      publicExponent: 65537n,
    });
  });

  it('makes signatures that verify, by it and by no other key', () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
    for (const text of ['a', 'b', 'c'.repeat(5000)]) {
      const content = Buffer.from(text);
      expect(verify('sha256', content, PUBLIC_KEY, signCheaply(text))).toBe(true);
      expect(verify('sha256', content, PUBLIC_KEY, signCheaply(`${text}!`))).toBe(false);
      expect(verify('sha256', content, other, signCheaply(text))).toBe(false);
    }
  });
});

describe('The tokens of the benchmark', () => {
  it('are valid to jose, each of another user', async () => {
    for (const number of [0, 1, 24_999]) {
      const { payload } = await verifyToken(sessionToken(number));
      expect(payload.sub).toBe(userOf(number));
    }
  });

  it('are refused when they carry the signature of another', async () => {
    await expect(verifyToken(forgedToken(0))).rejects.toThrow('signature verification failed');
  });
});
