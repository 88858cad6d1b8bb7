import { describe, expect, test } from '@jest/globals';
import type { Token } from '../../src/engine/facts/decoded-token.js';
import { type CookiePair, usesSuffixedCookies } from '../../src/engine/facts/suffixed-cookies.js';
import type { InstanceType } from '../../src/engine/publishable-key.js';
import { instanceOf, local, NOW, NOW_IN_SECONDS } from './support/engine.js';

const OURS = `https://${local.frontendApi}`;

/** A token of this instance, unless its claims say otherwise. */
function token(claims: Record<string, unknown> = {}): Token {
  return { kind: 'jwt', text: '', header: {}, claims: { iss: OURS, iat: 100, ...claims } };
}

const MALFORMED: Token = { kind: 'malformed', text: 'x' };
const NEWER = token({ iat: 101 });
const LIVE = token({ exp: NOW_IN_SECONDS + 1 });
const EXPIRED = token({ exp: NOW_IN_SECONDS });

function chosen(
  plain: Partial<CookiePair>,
  suffixed: Partial<CookiePair>,
  type: InstanceType = 'production',
): string {
  const nothing = { session: undefined, clientUat: undefined };
  const choice = { plain: { ...nothing, ...plain }, suffixed: { ...nothing, ...suffixed } };
  const isSuffixed = usesSuffixedCookies({ instance: instanceOf(type), now: NOW, ...choice });
  return isSuffixed ? 'suffixed' : 'plain';
}

type Row = [
  name: string,
  plain: Partial<CookiePair>,
  suffixed: Partial<CookiePair>,
  expected: string,
];

describe.each<InstanceType>(['production', 'development'])('on a %s instance', (type) => {
  test.each<Row>([
    ['no cookies: plain', {}, {}, 'plain'],
    ['only plain ones: plain', { session: token(), clientUat: '5' }, {}, 'plain'],
    ['only suffixed ones: suffixed', {}, { session: token(), clientUat: '5' }, 'suffixed'],
    ['only a suffixed client: suffixed', {}, { clientUat: '5' }, 'suffixed'],
    ['only a suffixed client that is signed out: plain', {}, { clientUat: '0' }, 'plain'],
    ['only a suffixed session: plain, as it may be stale', {}, { session: token() }, 'plain'],
    [
      'a malformed plain session: plain, to be refused',
      { session: MALFORMED, clientUat: '5' },
      { session: token(), clientUat: '5' },
      'plain',
    ],
    [
      'a plain session without iss: plain, to be refused',
      { session: token({ iss: undefined }), clientUat: '5' },
      { session: token(), clientUat: '5' },
      'plain',
    ],
    [
      'a plain session with an empty iss: plain',
      { session: token({ iss: '' }), clientUat: '5' },
      { session: token(), clientUat: '5' },
      'plain',
    ],
    [
      'a newer plain session of another instance: suffixed, however they compare',
      { session: token({ iss: 'https://clerk.other.example', iat: 999 }), clientUat: '5' },
      { session: token(), clientUat: '5' },
      'suffixed',
    ],
    [
      'a plain session of another instance and nothing of ours: suffixed, so signed out',
      { session: token({ iss: 'https://clerk.other.example' }), clientUat: '5' },
      {},
      'suffixed',
    ],
    [
      'a plain session whose iss is no text: another instance’s',
      { session: token({ iss: [OURS] }), clientUat: '5' },
      {},
      'suffixed',
    ],
    [
      'a plain session whose iss ends in our host: another instance’s',
      { session: token({ iss: `https://evil.example/${local.frontendApi}` }), clientUat: '5' },
      {},
      'suffixed',
    ],
    [
      'both signed in, plain newer: plain',
      { session: NEWER, clientUat: '5' },
      { session: token(), clientUat: '5' },
      'plain',
    ],
    [
      'both signed in, suffixed newer: suffixed',
      { session: token(), clientUat: '5' },
      { session: NEWER, clientUat: '5' },
      'suffixed',
    ],
    [
      'both signed in, of the same second: suffixed',
      { session: token(), clientUat: '5' },
      { session: token(), clientUat: '5' },
      'suffixed',
    ],
    [
      'a plain session and a suffixed client without one: plain, as it is newer than none',
      { session: token(), clientUat: '5' },
      { clientUat: '5' },
      'plain',
    ],
    [
      'a plain session without a time, and a suffixed client: suffixed',
      { session: token({ iat: undefined }), clientUat: '5' },
      { clientUat: '5' },
      'suffixed',
    ],
    [
      'suffixed signed out, plain signed in: plain',
      { session: token(), clientUat: '5' },
      { session: NEWER, clientUat: '0' },
      'plain',
    ],
    [
      'suffixed signed out, plain unknown: plain',
      { session: token() },
      { session: NEWER, clientUat: '0' },
      'plain',
    ],
    [
      'both signed out: suffixed, whatever the sessions',
      { session: NEWER, clientUat: '0' },
      { session: token(), clientUat: '0' },
      'suffixed',
    ],
    [
      'plain signed out, however new its session: suffixed',
      { session: NEWER, clientUat: '0' },
      { session: LIVE, clientUat: '5' },
      'suffixed',
    ],
    [
      'a suffixed session whose client is unknown: plain',
      { clientUat: '5' },
      { session: token() },
      'plain',
    ],
  ])('%s', (_name, plain, suffixed, expected) => {
    expect(chosen(plain, suffixed, type)).toBe(expected);
  });
});

describe('plain signed out, suffixed signed in with an expired session', () => {
  const plain = { clientUat: '0' };
  const suffixed = { session: EXPIRED, clientUat: '5' };

  test('on a development instance: plain, where clerk.js alone sets the suffixed client', () => {
    expect(chosen(plain, suffixed, 'development')).toBe('plain');
  });

  test('on a production instance: suffixed, where Clerk sets it', () => {
    expect(chosen(plain, suffixed, 'production')).toBe('suffixed');
  });

  test('on a development instance it is suffixed as long as the session lives', () => {
    expect(chosen(plain, { session: LIVE, clientUat: '5' }, 'development')).toBe('suffixed');
  });

  test('on a development instance it is suffixed where no session says when it ends', () => {
    expect(chosen(plain, { clientUat: '5' }, 'development')).toBe('suffixed');
    expect(chosen(plain, { session: token(), clientUat: '5' }, 'development')).toBe('suffixed');
  });

  test('on a development instance it is suffixed where the plain client is not signed out', () => {
    expect(chosen({ clientUat: '4' }, suffixed, 'development')).toBe('suffixed');
    expect(chosen({}, suffixed, 'development')).toBe('suffixed');
  });
});

test.each(['http://', 'https://', 'HTTPS://', ''])('an issuer with %j is ours', (scheme) => {
  const plain = { session: token({ iss: `${scheme}${local.frontendApi}` }), clientUat: '5' };
  expect(chosen(plain, {})).toBe('plain');
});
