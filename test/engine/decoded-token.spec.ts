import { describe, expect, test } from '@jest/globals';
import { decodeToken } from '../../src/engine/facts/decoded-token.js';
import { PemKeySource } from '../../src/engine/keys/pem-key-source.js';
import { local, NOW_IN_SECONDS, outcomeOf, verdictOn } from './support/engine.js';
import { publishedKeys } from './support/published-keys.js';
import { encodePart, TokenForge } from './support/token-forge.js';

const HEADER = encodePart({ alg: 'RS256' });
const CLAIMS = encodePart({ sub: 'user_1' });

describe('what is not a compact JWS of two JSON objects', () => {
  test.each([
    ['nothing', ''],
    ['one word', 'token'],
    ['one part', HEADER],
    ['two parts', `${HEADER}.${CLAIMS}`],
    ['four parts', `${HEADER}.${CLAIMS}.c2ln.c2ln`],
    ['five parts, an encrypted token', `${HEADER}.a.b.c.d`],
    ['only dots', '..'],
    ['an empty header', `.${CLAIMS}.c2ln`],
    ['an empty payload', `${HEADER}..c2ln`],
    ['a header that is not JSON', `${encodePart('{')}.${CLAIMS}.c2ln`],
    ['a payload that is not JSON', `${HEADER}.${encodePart('sub=user_1')}.c2ln`],
    ['a payload with something after the JSON', `${HEADER}.${encodePart('{} {}')}.c2ln`],
    ['a payload with a byte order mark', `${HEADER}.${encodePart('\uFEFF{}')}.c2ln`],
    ['a header that is a list', `${encodePart('[]')}.${CLAIMS}.c2ln`],
    ['a payload that is a list', `${HEADER}.${encodePart('[{"sub":"user_1"}]')}.c2ln`],
    ['a payload that is null', `${HEADER}.${encodePart('null')}.c2ln`],
    ['a header that is null', `${encodePart('null')}.${CLAIMS}.c2ln`],
    ['a payload that is a string', `${HEADER}.${encodePart('"user_1"')}.c2ln`],
    ['a payload that is a number', `${HEADER}.${encodePart('1')}.c2ln`],
    ['a payload that is true', `${HEADER}.${encodePart('true')}.c2ln`],
    ['a space before it', ` ${HEADER}.${CLAIMS}.c2ln`],
    ['a line end after it', `${HEADER}.${CLAIMS}.c2ln\n`],
    ['a space within a part', `${HEADER}.${CLAIMS.slice(0, 4)} ${CLAIMS.slice(4)}.c2ln`],
    ['a letter beyond the alphabet', `${HEADER}.${CLAIMS}.c2lü`],
    ['a homoglyph of a dot', `${HEADER}․${CLAIMS}․c2ln`],
    ['full-width letters', `${HEADER}.${CLAIMS}.ｃ２ｌｎ`],
    ['a null character', `${HEADER}.${CLAIMS}.c2ln\0`],
    ['padding', `${HEADER}.${CLAIMS}.c2k=`],
    ['the standard alphabet', `${HEADER}.${CLAIMS}.c2l+`],
    ['a part of an impossible length', `${HEADER}.${CLAIMS}.c2lnc`],
    ['unused bits that are set', `${HEADER}.${CLAIMS}.c2l`],
    ['an opaque API key', 'ak_2LocalClerk'],
  ])('%s, is malformed', async (_name, text) => {
    expect(decodeToken(text)).toEqual({ kind: 'malformed', text });
  });

  test('a malformed token is refused by name, in a header and in a cookie', async () => {
    expect(await verdictOn('a.b.c')).toBe('token-invalid');
    expect(await verdictOn('a.b.c', {}, 'cookie')).toBe('token-invalid');
  });
});

describe('what is one', () => {
  test('a token is decoded, and its text kept', () => {
    const text = `${HEADER}.${CLAIMS}.c2ln`;
    const decoded = { kind: 'jwt', text, header: { alg: 'RS256' }, claims: { sub: 'user_1' } };
    expect(decodeToken(text)).toEqual(decoded);
  });

  test('text beyond ASCII arrives as it was', () => {
    const token = decodeToken(`${HEADER}.${encodePart({ name: 'Åda 🦊' })}.`);
    expect(token).toMatchObject({ kind: 'jwt', claims: { name: 'Åda 🦊' } });
  });

  test('of a member that comes twice the last counts, for the signature’s checker too', async () => {
    const forge = new TokenForge();
    const keys = new PemKeySource(forge.pem);
    const exp = NOW_IN_SECONDS + 60;
    const token = forge.sign(
      '{"alg":"none","alg":"RS256"}',
      `{"sub":"user_1","sub":"user_2","exp":${exp}}`,
    );
    const outcome = await outcomeOf({ headers: { authorization: token } }, { keys });
    expect(outcome).toMatchObject({ status: 'signed-in', token: { claims: { sub: 'user_2' } } });
    const confusing = forge.sign('{"alg":"RS256","alg":"none"}', { sub: 'user_1', exp });
    expect(await verdictOn(confusing, { keys })).toBe('token-invalid-algorithm');
  });

  test('members named __proto__ lend nothing to header or claims', async () => {
    const forge = new TokenForge();
    const keys = new PemKeySource(forge.pem);
    const exp = NOW_IN_SECONDS + 60;
    const claims = forge.sign({ alg: 'RS256' }, `{"__proto__":{"sub":"user_1"},"exp":${exp}}`);
    expect(await verdictOn(claims, { keys })).toBe('token-verification-failed');
    const header = forge.sign('{"__proto__":{"alg":"RS256"}}', { sub: 'user_1', exp });
    expect(await verdictOn(header, { keys })).toBe('token-invalid-algorithm');
    expect(Reflect.get({}, 'sub')).toBeUndefined();
  });
});

describe('a token that is made to hurt', () => {
  test('of ten megabytes, is answered', async () => {
    const huge = `${HEADER}.${encodePart({ sub: 'x'.repeat(10_000_000) })}.c2ln`;
    expect(await verdictOn(huge)).toBe('token-invalid-signature');
    expect(await verdictOn('x'.repeat(10_000_000))).toBe('token-invalid');
    expect(await verdictOn('.'.repeat(1_000_000))).toBe('token-invalid');
  });

  const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const nesting = (member: string) => `${encodePart(`{"${member}":${nested}}`)}.${CLAIMS}.c2ln`;

  test.each([
    ['typ', 'token-invalid'],
    ['alg', 'token-invalid-algorithm'],
    ['cat', 'token-type-mismatch'],
    ['kid', 'token-invalid-algorithm'],
  ])('with a %s nested too deeply to be shown, is answered and not a 500', async (member, why) => {
    expect(await verdictOn(nesting(member))).toBe(why);
  });

  test('with a kid nested too deeply to be shown, is answered where keys are published too', async () => {
    const keys = publishedKeys(...local.jwks.keys);
    expect(await verdictOn(nesting('kid'), { keys })).toBe('jwk-kid-mismatch');
  });

  test('does not flood a log: what a message quotes of it is cut', async () => {
    const token = `${encodePart({ alg: 'x'.repeat(10_000) })}.${CLAIMS}.c2ln`;
    const outcome = await outcomeOf({ headers: { authorization: token } });
    expect(outcome.status === 'signed-out' && outcome.message.length).toBeLessThan(300);
  });
});
