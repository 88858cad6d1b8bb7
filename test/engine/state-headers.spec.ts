import { describe, expect, test } from '@jest/globals';
import { type HeaderList, signedOut } from '../../src/engine/outcome.js';
import { stateHeaders } from '../../src/engine/state-headers.js';
import { local, outcomeOf } from './support/engine.js';
import { encodePart } from './support/token-forge.js';

async function headersFor(token: string): Promise<HeaderList> {
  return stateHeaders(await outcomeOf({ headers: { authorization: `Bearer ${token}` } }));
}

describe('the headers that tell what became of a request', () => {
  test('are none for one that is signed in', async () => {
    expect(await headersFor(local.mintSessionToken('ada'))).toEqual([]);
  });

  test('are status and reason for one that is signed out, and a message where there is one', () => {
    expect(stateHeaders(signedOut('session-token-and-uat-missing'))).toEqual([
      ['x-clerk-auth-status', 'signed-out'],
      ['x-clerk-auth-reason', 'session-token-and-uat-missing'],
    ]);
    expect(stateHeaders(signedOut('token-invalid', { message: 'Why.' }))).toContainEqual([
      'x-clerk-auth-message',
      'Why.',
    ]);
  });

  test('come after those that the outcome asks for itself', () => {
    const headers: HeaderList = [['cache-control', 'no-store']];
    expect(stateHeaders({ ...signedOut('token-invalid'), headers })).toEqual([
      ['cache-control', 'no-store'],
      ['x-clerk-auth-status', 'signed-out'],
      ['x-clerk-auth-reason', 'token-invalid'],
    ]);
  });

  test.each([
    ['line ends', 'RS256\r\nSet-Cookie: __session=planted'],
    ['letters beyond ASCII', 'RS256ü🦊\u2028'],
    ['control characters', 'RS256\0\u007f\u001b[31m'],
  ])('can’t be forged by %s in a token', async (_name, alg) => {
    const headers = await headersFor(`${encodePart({ alg })}.${encodePart({})}.c2ln`);
    expect(headers).toHaveLength(3);
    for (const [, value] of headers) expect(value).toMatch(/^[\x20-\x7e]+$/);
    expect(() => new Headers(headers.map(([name, value]) => [name, value]))).not.toThrow();
  });

  test('keep a message to visible ASCII, whatever made it', () => {
    expect(
      stateHeaders(signedOut('token-invalid', { message: 'a\r\nb\tc\u007fdü' })),
    ).toContainEqual(['x-clerk-auth-message', 'a??b?c?d?']);
  });

  test('never hold the token', async () => {
    const foreign = local.mint({ user: 'ada', claims: { exp: 1 } });
    const values = (await headersFor(foreign)).map(([, value]) => value).join('\n');
    for (const part of foreign.split('.')) expect(values).not.toContain(part);
  });
});
