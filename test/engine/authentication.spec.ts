import { describe, expect, test } from '@jest/globals';
import { authenticate } from '../../src/engine/authenticate.js';
import { Authentication } from '../../src/engine/authentication.js';
import { RequestFacts } from '../../src/engine/facts/request-facts.js';
import { carrying, instanceOf, local, NOW, policyWith } from './support/engine.js';
import { type RequestParts, requestSource } from './support/request-source.js';

const token = local.mintSessionToken('ada');

async function authenticationOf(request: RequestParts): Promise<Authentication> {
  const instance = instanceOf('production');
  const facts = new RequestFacts(requestSource(request), instance, NOW);
  const policy = policyWith();
  const { outcome, evidence } = await authenticate({ facts, instance, policy });
  const knowledge = { kinds: [policy.acceptsToken], evidence };
  const fetchToken = () => Promise.resolve('template token');
  return new Authentication({ facts, instance, policy, outcome, knowledge, fetchToken });
}

describe('the auth object of a request', () => {
  test('is the user’s, when signed in', async () => {
    const auth = (await authenticationOf(carrying(token))).toAuth();
    expect(auth).toMatchObject({ isAuthenticated: true, userId: local.users.ada.id });
    expect(await auth.getToken()).toBe(token);
    expect(await auth.getToken({ template: 'x' })).toBe('template token');
  });

  test('is nobody’s, when signed out', async () => {
    const auth = (await authenticationOf({})).toAuth();
    expect(auth).toMatchObject({ isAuthenticated: false, userId: null });
    expect(await auth.getToken()).toBeNull();
  });

  test('is one and the same however often it is asked for', async () => {
    const authentication = await authenticationOf(carrying(token));
    expect(authentication.toAuth()).toBe(authentication.toAuth());
    const pending = authentication.toAuth({ treatPendingAsSignedOut: false });
    expect(pending).toBe(authentication.toAuth());
  });

  test('is nobody’s while the session has tasks to do, unless asked otherwise', async () => {
    const pending = local.mintSessionToken('ada', { sts: 'pending' });
    const authentication = await authenticationOf(carrying(pending));
    expect(authentication.toAuth().isAuthenticated).toBe(false);
    const lenient = authentication.toAuth({ treatPendingAsSignedOut: false });
    expect(lenient).toMatchObject({ isAuthenticated: true, userId: local.users.ada.id });
  });

  test.each<[name: string, request: RequestParts]>([
    ['signed in by bearer', carrying(token)],
    ['signed in by cookie', carrying(token, 'cookie')],
    ['with a token that is refused', carrying(local.mint({ user: 'ada', claims: { exp: 1 } }))],
    ['with a malformed token', carrying('a.b.secret')],
  ])('%s, leaks no token into its debug output', async (_name, request) => {
    const debug = (await authenticationOf(request)).toAuth().debug();
    expect(Object.keys(debug).toSorted()).toEqual(['message', 'reason', 'status']);
    for (const part of [...token.split('.'), 'secret']) {
      expect(JSON.stringify(debug)).not.toContain(part);
    }
  });
});
