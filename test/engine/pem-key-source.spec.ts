import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { ClerkConfigurationError } from '../../src/clerk-configuration-error.js';
import { PemKeySource } from '../../src/engine/keys/pem-key-source.js';
import { local, verdictOn } from './support/engine.js';
import { TokenForge } from './support/token-forge.js';

const PEM = local.jwtKey;
const BODY = PEM.replace(/-----.*-----/g, '').trim();

describe('the option jwtKey takes the public key', () => {
  test.each([
    ['as it is', PEM],
    ['without its last line end', PEM.trimEnd()],
    ['with spaces around it', `\n  ${PEM}  \n`],
    ['on one line', PEM.replaceAll('\n', '')],
    ['on one line with spaces for line ends', PEM.replaceAll('\n', ' ')],
    ['with line ends of Windows', PEM.replaceAll('\n', '\r\n')],
    ['with the line ends of an old Macintosh', PEM.replaceAll('\n', '\r')],
    ['with literal \\n', PEM.replaceAll('\n', String.raw`\n`)],
    ['with literal \\r\\n', PEM.replaceAll('\n', String.raw`\r\n`)],
    ['without header and footer', BODY],
    ['without header and footer, on one line', BODY.replaceAll('\n', '')],
    ['indented, as in YAML', PEM.replaceAll('\n', '\n    ')],
  ])('%s', async (_name, pem) => {
    const keys = new PemKeySource(pem);
    expect(await verdictOn(local.mintSessionToken('ada'), { keys })).toBe('signed-in');
  });

  test('whatever kid a token names, that is its key', async () => {
    const keys = new PemKeySource(PEM);
    const token = local.mint({ user: 'ada', header: { kid: 'ins_rotated' } });
    expect(await verdictOn(token, { keys })).toBe('signed-in');
    expect(keys.find()).toBe(keys.find());
  });
});

describe('the option jwtKey refuses what is no RSA public key, and never repeats it', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });

  test.each([
    ['nothing', ''],
    ['a word', 'jwt-key-of-mine'],
    ['a secret key', 'sk_test_abcdefghijklmnop'],
    ['a publishable key', local.publishableKey],
    ['a token', local.mintSessionToken('ada')],
    ['only header and footer', '-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----'],
    ['half a key', PEM.slice(0, 200)],
    ['the RSA private key', rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()],
    ['a PKCS #1 private key', rsa.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()],
    ['a PKCS #1 public key', rsa.publicKey.export({ type: 'pkcs1', format: 'pem' }).toString()],
    [
      'an elliptic curve’s public key',
      ec.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    ],
    ['an RSA key of 1,024 bits, too weak to trust', new TokenForge(1_024).pem],
    ['a JSON Web Key', JSON.stringify(local.jwks.keys[0])],
  ])('%s', (_name, value) => {
    const error = errorOf(() => new PemKeySource(value));
    expect(error).toBeInstanceOf(ClerkConfigurationError);
    expect(error.message).toContain('`jwtKey`');
    expect(error.message).toContain('CLERK_JWT_KEY');
    expect(error.cause).toBeUndefined();
    const lines = value.split(/\s+/).filter((word) => word.length > 8 && !word.includes('-----'));
    for (const line of lines) expect(`${error.message}${error.stack}`).not.toContain(line);
  });
});

function errorOf(act: () => unknown): Error {
  try {
    act();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('nothing was thrown');
}
