import { describe, expect, test } from '@jest/globals';
import {
  type HeaderList,
  isSentAway,
  locationOf,
  type Outcome,
  signedIn,
  signedOut,
  withoutHandshake,
} from '../../src/engine/outcome.js';
import { decodeToken } from '../../src/engine/facts/decoded-token.js';
import { publicHeaders, stateHeaders, WHY_HEADERS } from '../../src/engine/state-headers.js';
import { local } from './support/engine.js';

const token = decodeToken(local.mintSessionToken('ada'));
if (token.kind !== 'jwt') throw new Error('the fixture is not a token');

const unavailable = { cause: 500, hint: 'Clerk is down.' };
const COOKIE = ['Set-Cookie', '__client_uat=0'] as const;
const AWAY: HeaderList = [['Location', 'https://clerk.example/'], COOKIE];
const HANDSHAKE: Outcome = {
  status: 'handshake',
  tokenType: 'session_token',
  reason: 'dev-browser-missing',
  message: 'Why.',
  headers: AWAY,
};
const BACK = signedIn(token, AWAY);
const OUT = signedOut('token-invalid', { message: 'Why.', headers: AWAY });

describe('who is sent away', () => {
  test.each<[name: string, outcome: Outcome, isAway: boolean]>([
    ['a handshake is', HANDSHAKE, true],
    ['one while Clerk can’t be asked stays', { ...HANDSHAKE, unavailable }, false],
    ['one who comes back to a development instance, signed in, is', BACK, true],
    ['one who comes back signed out is', OUT, true],
    ['one of whom nothing is known stays', { ...OUT, unavailable }, false],
    ['one without an address stays', signedIn(token, [COOKIE]), false],
  ])('%s', (_name, outcome, isAway) => {
    expect(isSentAway(outcome)).toBe(isAway);
  });

  test('goes to the first Location', () => {
    const twice = signedIn(token, [COOKIE, ...AWAY, ['Location', 'https://other.example/']]);
    expect(locationOf(twice)).toBe('https://clerk.example/');
    expect(locationOf(signedIn(token))).toBeUndefined();
  });
});

describe('without handshakes', () => {
  test('who would have been sent away is signed out for the same reason, and not told where to', () => {
    expect(withoutHandshake({ ...HANDSHAKE, unavailable })).toEqual({
      status: 'signed-out',
      tokenType: 'session_token',
      reason: 'dev-browser-missing',
      message: 'Why.',
      headers: [],
      unavailable,
    });
  });

  test('who is signed in is, and no cookie is set', () => {
    expect(withoutHandshake(BACK)).toEqual({ ...BACK, headers: [] });
  });

  test('who is signed out is, with all that is known', () => {
    const loop = signedOut('token-invalid', { redirectLoop: true, headers: AWAY, unavailable });
    expect(withoutHandshake(loop)).toEqual({ ...loop, headers: [] });
    expect(withoutHandshake(loop)).toHaveProperty('redirectLoop', true);
  });
});

describe('a signed-out outcome', () => {
  test('is a session’s, silent and without headers', () => {
    expect(signedOut('token-invalid')).toStrictEqual({
      status: 'signed-out',
      tokenType: 'session_token',
      reason: 'token-invalid',
      message: '',
      headers: [],
      unavailable: undefined,
    });
  });

  test('is what it is told to be', () => {
    const details = {
      tokenType: null,
      message: 'm',
      headers: AWAY,
      unavailable,
      redirectLoop: true,
    };
    expect(signedOut('token-invalid', details)).toMatchObject(details);
    expect(signedOut('token-invalid', { redirectLoop: false })).not.toHaveProperty('redirectLoop');
  });
});

describe('the headers of an outcome', () => {
  const why = (status: string, reason: string) => [
    ['x-clerk-auth-status', status],
    ['x-clerk-auth-reason', reason],
  ];
  const message = ['x-clerk-auth-message', 'Why.'];

  test.each<[name: string, outcome: Outcome, state: unknown[], open: unknown[]]>([
    ['signed in: its own', BACK, [...AWAY], [...AWAY]],
    [
      'a handshake: where to, and why',
      HANDSHAKE,
      [...AWAY, ...why('handshake', 'dev-browser-missing'), message],
      [...AWAY, ...why('handshake', 'dev-browser-missing'), message],
    ],
    [
      'signed out with somewhere to go: where to, and why',
      OUT,
      [...AWAY, ...why('signed-out', 'token-invalid'), message],
      [...AWAY, ...why('signed-out', 'token-invalid'), message],
    ],
    [
      'while Clerk can’t be asked: no words about it, and nowhere to go but in the public state',
      { ...OUT, unavailable },
      [COOKIE, ...why('signed-out', 'token-invalid')],
      [...AWAY, ...why('signed-out', 'token-invalid')],
    ],
    [
      'a handshake while Clerk can’t be asked: the same',
      { ...HANDSHAKE, unavailable },
      [COOKIE, ...why('handshake', 'dev-browser-missing')],
      [...AWAY, ...why('handshake', 'dev-browser-missing')],
    ],
  ])('%s', (_name, outcome, state, open) => {
    expect(stateHeaders(outcome)).toEqual(state);
    expect(publicHeaders(outcome)).toEqual(open);
  });

  test('that tell why are the ones that are known to', () => {
    const names = publicHeaders(OUT)
      .slice(AWAY.length)
      .map(([name]) => name);
    expect(names).toEqual(WHY_HEADERS);
  });
});
