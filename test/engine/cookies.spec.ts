import { describe, expect, test } from '@jest/globals';
import { type CookieFacts, readCookies } from '../../src/engine/facts/cookies.js';
import { instanceOf, local, NOW } from './support/engine.js';

const instance = instanceOf('development');
const suffix = instance.cookieSuffix;
const token = local.mintSessionToken('ada');

function read(header: string | undefined): CookieFacts {
  return readCookies(header, instance, NOW);
}

const NOTHING = {
  suffixed: false,
  session: undefined,
  clientUat: 0,
  devBrowser: undefined,
  refreshToken: undefined,
  redirectCount: 0,
};

describe('cookies', () => {
  test.each([
    ['no header', undefined],
    ['an empty header', ''],
    ['a single letter', 'x'],
    ['only separators', '; ; ;'],
    ['a name without a value', '__session'],
    ['an empty value', '__session=; __client_uat=; __clerk_db_jwt='],
    ['only cookies of others', 'theme=dark; session=x; __Host-session=y'],
    ['names in other letters', `__SESSION=${token}; __Client_Uat=5`],
    ['the suffix of another instance', `__session_AAAAAAAA=${token}; __client_uat_AAAAAAAA=5`],
    ['names of properties', '__proto__=x; constructor=y; toString=z'],
  ])('%s: nobody’s', (_name, header) => {
    expect(read(header)).toMatchObject(NOTHING);
  });

  test('all of them are read', () => {
    const header = `__session=${token}; __client_uat=5; __clerk_db_jwt=dvb_1; __refresh_${suffix}=r`;
    expect(read(header)).toMatchObject({
      suffixed: false,
      session: { kind: 'jwt', text: token },
      clientUat: 5,
      devBrowser: 'dvb_1',
      refreshToken: 'r',
    });
  });

  test('with suffix, all of them come from the suffixed names', () => {
    const plain = `__session=${local.mint({ user: 'grace', claims: { iat: 1 } })}; __client_uat=1`;
    const names = `__session_${suffix}=${token}; __client_uat_${suffix}=5`;
    const header = `${plain}; __clerk_db_jwt=old; ${names}; __clerk_db_jwt_${suffix}=dvb_1`;
    expect(read(header)).toMatchObject({
      suffixed: true,
      session: { text: token },
      clientUat: 5,
      devBrowser: 'dvb_1',
    });
  });

  test('a refresh cookie counts only under the suffixed name', () => {
    expect(read('__refresh=r').refreshToken).toBeUndefined();
    expect(read(`__refresh_${suffix}=`).refreshToken).toBeUndefined();
    expect(read(`__refresh_${suffix}=r`).refreshToken).toBe('r');
  });

  test('of a name that comes twice the first counts: a cookie of a wider domain comes later', () => {
    expect(read(`__session=${token}; __session=planted`).session?.text).toBe(token);
    expect(read('__client_uat=5; __client_uat=0').clientUat).toBe(5);
  });

  test('a separator that is encoded in a value makes no cookie of its own', () => {
    expect(read('theme=dark%3B%20__clerk_db_jwt%3Ddvb_1')).toMatchObject(NOTHING);
  });

  test.each([
    ['percent-encoding is decoded', 'dvb%5F1', 'dvb_1'],
    ['broken percent-encoding is kept as it is', 'dvb%E0%A4%A', 'dvb%E0%A4%A'],
    ['a lone percent sign is kept', '100%', '100%'],
    ['quotes belong to the value', '"dvb_1"', '"dvb_1"'],
    ['spaces around a value are dropped', ' dvb_1 ', 'dvb_1'],
    ['an equals sign belongs to the value', 'dvb=1', 'dvb=1'],
    ['text beyond ASCII stays as it came', 'dvb_ü', 'dvb_ü'],
  ])('%s', (_name, value, expected) => {
    expect(read(`a=b; __clerk_db_jwt=${value}; c=d`).devBrowser).toBe(expected);
  });

  test.each([
    ['a number', '5', 5],
    ['zero', '0', 0],
    ['words', 'never', 0],
    ['a fraction', '5.9', 5],
    ['a number and more', '5abc', 5],
    ['hexadecimal is not read as such', '0x5', 0],
    ['exponents are not read as such', '1e9', 1],
    ['a negative number', '-5', -5],
    ['infinity', 'Infinity', 0],
  ])('the client’s time: %s', (_name, value, expected) => {
    expect(read(`__client_uat=${value}`).clientUat).toBe(expected);
  });

  test('a token in quotes is malformed, not unwrapped', () => {
    expect(read(`__session="${token}"`).session?.kind).toBe('malformed');
  });

  test('an enormous header is read in good time', () => {
    const many = Array.from({ length: 200_000 }, (_, at) => `c${at}=v`).join('; ');
    const began = performance.now();
    expect(read(`${many}; __clerk_db_jwt=dvb_1; x=${'y'.repeat(5_000_000)}`).devBrowser).toBe(
      'dvb_1',
    );
    // Linear work takes a fraction of this; anything that grows faster takes minutes.
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
