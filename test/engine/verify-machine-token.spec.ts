import { describe, expect, test } from '@jest/globals';
import { type BackendFailure, TOKEN_REFUSED } from '../../src/engine/evidence/backend.js';
import type { MachineTokenType } from '../../src/engine/token-type.js';
import { OUT_OF_REACH } from './support/browser.js';
import { bearing, MachineApi, OPAQUE, outcomeOfToken, run } from './support/machines.js';

const KINDS: MachineTokenType[] = ['api_key', 'm2m_token', 'oauth_token'];
const unavailable = { cause: new Error('503'), hint: 'Try again.' };

function failing(failure: Partial<BackendFailure>): MachineApi {
  return new MachineApi({ ok: false, code: 'x', status: 400, message: 'No.', ...failure });
}

/** What is known of a token that the API has judged. */
const KNOWN = undefined;
const refused = (cause: number) => ({ cause, hint: 'No.' });

const wordsOn = ({ status }: Partial<BackendFailure>) =>
  status === 404 ? 'Clerk does not know this token.' : 'Clerk refused this token.';

type Row = [name: string, failure: Partial<BackendFailure>, reason: string, unknown?: object];

const ROWS: Row[] = [
  ['does not know the token', { status: 404 }, 'token-invalid', KNOWN],
  ['is not it who answers', { status: 404, unavailable }, 'token-invalid', unavailable],
  ['finds the token no good', { status: 200, code: TOKEN_REFUSED }, 'token-invalid', KNOWN],
  ['takes the question for a bad one', { status: 400 }, 'unexpected-error', KNOWN],
  ['says that the token is gone', { status: 410 }, 'unexpected-error', KNOWN],
  ['can’t make anything of the token', { status: 422 }, 'unexpected-error', KNOWN],
  ['refuses our key', { status: 401 }, 'secret-key-invalid', refused(401)],
  ['refuses our key in words', { status: 401, unavailable }, 'secret-key-invalid', unavailable],
  ['does not let us ask', { status: 403 }, 'unexpected-error', refused(403)],
  ['is not well', { status: 503, unavailable }, 'unexpected-error', unavailable],
  ['has had enough', { status: 429, unavailable }, 'unexpected-error', unavailable],
  ['is out of reach', OUT_OF_REACH, 'unexpected-error', OUT_OF_REACH.unavailable],
];

describe.each(KINDS)('a token of the kind %s signs nobody in when the Backend API', (kind) => {
  test.each(ROWS)('%s', async (_name, failure, reason, unknown) => {
    const outcome = await outcomeOfToken(OPAQUE[kind], kind, { backend: failing(failure) });
    expect(outcome).toEqual({
      status: 'signed-out',
      tokenType: kind,
      reason,
      // How we asked is nobody's business, where the answer is about the token.
      message: unknown ? (failure.message ?? 'No.') : wordsOn(failure),
      // Where nothing is known about the token, whoever depends on it answers 503.
      unavailable: unknown,
      headers: [],
    });
  });

  test('does not know it, and sends nobody anywhere, even from a page', async () => {
    const headers = { ...bearing(OPAQUE[kind]).headers, 'sec-fetch-dest': 'document' };
    const backend = failing({ status: 404 });
    const { outcome } = await run({ headers }, 'any', { type: 'development', backend });
    expect(outcome).toMatchObject({ status: 'signed-out', tokenType: kind, headers: [] });
  });
});

test('an answer that repeats the token does not get it into what the client is told', async () => {
  const backend = failing({ status: 400, message: `Bad token: ${OPAQUE.api_key}` });
  const outcome = await outcomeOfToken(OPAQUE.api_key, 'api_key', { backend });
  expect(JSON.stringify(outcome)).not.toContain(OPAQUE.api_key);
});

describe('an opaque token that only looks like a JWT', () => {
  test.each(Object.entries(OPAQUE))('is refused without a question: %s', async (kind, opaque) => {
    const backend = new MachineApi();
    const outcome = await outcomeOfToken(`${opaque}.b.c`, 'any', { backend });
    expect(outcome).toMatchObject({
      status: 'signed-out',
      tokenType: kind,
      reason: 'token-invalid',
      message: expect.stringContaining('three base64url parts'),
    });
    expect(backend.asked).toEqual([]);
  });
});
