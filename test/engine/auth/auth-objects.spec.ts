import { describe, expect, jest, test } from '@jest/globals';
import { signedOutAuthObject } from '@clerk/backend/internal';
import {
  resolvePending,
  reverificationError,
  signedInAuth,
  signedOutAuth,
} from '../../../src/engine/auth/index.js';
import type { FetchToken, SessionStatusClaim } from '../../../src/engine/auth/index.js';
import { ask, authOf, fieldsOf, signed } from './signed.js';

const debug = () => ({ reason: 'none' });

function signedInAs(claims: object) {
  const fetchToken = jest.fn<FetchToken>().mockResolvedValue('fetched');
  const auth = signedInAuth({ token: 'token', claims: signed(claims), fetchToken, debug });
  return { auth, fetchToken };
}

describe('getToken', () => {
  test('resolves to the session token without a call', async () => {
    const { auth, fetchToken } = signedInAs({ sid: 'sess_1' });
    await expect(auth.getToken()).resolves.toBe('token');
    await expect(auth.getToken({})).resolves.toBe('token');
    await expect(auth.getToken({ template: '' })).resolves.toBe('token');
    expect(fetchToken).not.toHaveBeenCalled();
  });

  test.each([
    [{ template: 'hasura' }, ['sess_1', 'hasura', undefined]],
    [{ expiresInSeconds: 60 }, ['sess_1', undefined, 60]],
    [{ expiresInSeconds: 0 }, ['sess_1', undefined, 0]],
    [{ template: '', expiresInSeconds: 60 }, ['sess_1', undefined, 60]],
    [{ template: 'hasura', expiresInSeconds: 60 }, ['sess_1', 'hasura', 60]],
  ])('with %j fetches a token for %j', async (options, call) => {
    const { auth, fetchToken } = signedInAs({ sid: 'sess_1' });
    await expect(auth.getToken(options)).resolves.toBe('fetched');
    expect(fetchToken.mock.calls).toEqual([call]);
  });

  test('rejects as the fetch does', async () => {
    const { auth, fetchToken } = signedInAs({ sid: 'sess_1' });
    fetchToken.mockRejectedValue(new Error('not found'));
    await expect(auth.getToken({ template: 'none' })).rejects.toThrow('not found');
  });

  test.each([[undefined], [''], [null]])('is null with %j for a session id', async (sid) => {
    const { auth, fetchToken } = signedInAs({ sid });
    await expect(auth.getToken()).resolves.toBeNull();
    await expect(auth.getToken({ template: 'hasura' })).resolves.toBeNull();
    expect(fetchToken).not.toHaveBeenCalled();
  });
});

describe('a signed-in auth object', () => {
  test('survives being spread and taken apart', async () => {
    const { auth } = signedInAs({ sub: 'user_1', sid: 'sess_1', fea: 'u:search' });
    const { has, getToken } = { ...auth };
    expect(has({ feature: 'search' })).toBe(true);
    await expect(getToken()).resolves.toBe('token');
  });

  test('holds the very claims and the very debug function it was given', () => {
    const claims = signed({ sub: 'user_1', custom: { plan: 'free' } });
    const auth = signedInAuth({
      token: 'token',
      claims,
      fetchToken: () => Promise.resolve('fetched'),
      debug,
    });
    expect(auth.sessionClaims).toBe(claims);
    expect(auth.debug).toBe(debug);
  });

  test('does not show the session token when it is printed', () => {
    const { auth } = signedInAs({ sub: 'user_1', sid: 'sess_1' });
    expect(JSON.stringify({ ...auth, debug: auth.debug() })).not.toContain('"token"');
  });
});

describe('a signed-out auth object', () => {
  test.each<[SessionStatusClaim | undefined]>([[undefined], ['pending'], ['active']])(
    'has the vendor’s fields for the status %j',
    (sessionStatus) => {
      const ours = signedOutAuth({ sessionStatus, debug });
      const theirs = signedOutAuthObject({}, sessionStatus);
      expect(fieldsOf(ours)).toStrictEqual(fieldsOf(theirs));
      expect(Object.keys(ours).toSorted()).toEqual(Object.keys(theirs).toSorted());
    },
  );

  test('has no token and lets nothing pass', async () => {
    const auth = signedOutAuth({ debug });
    await expect(auth.getToken({ template: 'hasura' })).resolves.toBeNull();
    expect(ask(auth.has, { role: 'org:admin' })).toBe(false);
    expect(ask(auth.has, {})).toBe(false);
    expect(auth.debug).toBe(debug);
  });
});

describe('a pending session', () => {
  const pending = authOf({ sub: 'user_1', sid: 'sess_1', sts: 'pending', fea: 'u:search' });

  test('becomes signed out and keeps its status', () => {
    const auth = resolvePending(pending);
    expect(fieldsOf(auth)).toStrictEqual(fieldsOf(signedOutAuthObject(undefined, 'pending')));
    expect(ask(auth.has, { feature: 'search' })).toBe(false);
    expect(auth.debug).toBe(pending.debug);
  });

  test('stays signed in where it is asked to', () => {
    expect(resolvePending(pending, false)).toBe(pending);
  });

  test.each([[undefined], ['active'], ['PENDING']])('is not one whose status is %j', (sts) => {
    const auth = authOf({ sub: 'user_1', sts });
    expect(resolvePending(auth)).toBe(auth);
  });

  test('that is signed out already is left as it is', () => {
    const auth = signedOutAuth({ sessionStatus: 'pending', debug });
    expect(resolvePending(auth)).toBe(auth);
  });
});

test('a reverification error is the body that Clerk’s frontends look for', () => {
  const reverification = { level: 'second_factor', afterMinutes: 10 } as const;
  expect(reverificationError(reverification)).toEqual({
    clerk_error: {
      type: 'forbidden',
      reason: 'reverification-error',
      metadata: { reverification },
    },
  });
});
