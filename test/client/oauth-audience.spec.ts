import { createClerkClient as createVendorClient } from '@clerk/backend';
import { describe, expect, test } from '@jest/globals';
import {
  ClerkApiError,
  createBackendApiClient,
  TokenVerificationError,
} from '../../src/client/index.js';
import { ClerkError } from '../../src/clerk-error.js';
import { checkOauthAudience } from '../../src/oauth-audience.js';
import { backendApiForTests, json, rejection } from './backend-api-server.js';
import { wireAccessToken } from './wire-machine-tokens.js';

const api = await backendApiForTests();

function clients() {
  const options = { secretKey: 'sk_test_audience', apiUrl: api.url };
  const theirs = createVendorClient({ ...options, telemetry: { disabled: true } });
  return { ours: createBackendApiClient(options), theirs };
}

const [A, B, C] = ['https://a.example', 'https://b.example', 'https://c.example'];

const tokenAudiences = [
  undefined,
  null,
  '',
  A,
  B,
  0,
  7,
  true,
  {},
  { 0: A },
  [],
  [''],
  [A],
  [B],
  [A, B],
  [A, ''],
  [A, 7],
  [A, null],
  [[A]],
];

const audiences: (string | string[] | undefined)[] = [
  undefined,
  '',
  [],
  [''],
  ['', ''],
  A,
  B,
  C,
  [A],
  [A, B],
  [B, C],
  ['', A],
  `${A}/`,
  A.toUpperCase(),
];

const combinations = tokenAudiences.flatMap((aud) =>
  audiences.map((audience) => [aud, audience] as const),
);

test.each(combinations)(
  "a token for %j is judged as by the vendor's client where %j is expected",
  async (aud, audience) => {
    api.answer = (res) => json(res, 200, { ...wireAccessToken, aud });
    const { ours, theirs } = clients();
    const verdicts = await Promise.allSettled([
      ours.idPOAuthAccessToken.verify('oat_1', { audience }),
      theirs.idPOAuthAccessToken.verify('oat_1', { audience }),
    ]);
    expect(verdicts[0].status).toBe(verdicts[1].status);
    const reasons = verdicts.map((verdict) => 'reason' in verdict && verdict.reason.reason);
    expect(reasons[0]).toBe(reasons[1]);
  },
);

describe('the rule', () => {
  test.each([
    [A, [A]],
    [[B, A], [A]],
    [[B], [A, B]],
    [undefined, []],
    [[B], []],
    [7, ['', '']],
  ])('lets a token for %j pass where %j is expected', (aud, audience) => {
    expect(checkOauthAudience(aud, audience)).toBeUndefined();
  });

  test.each([undefined, null, '', [], [''], [A, ''], [A, 7], [[A]], {}])(
    'an OAuth token that names no readable audience is refused: %j',
    (aud) => {
      expect(checkOauthAudience(aud, [A])).toBe(
        'The OAuth token names no audience (aud) that can be read; expected is one of ["https://a.example"].',
      );
    },
  );

  test('an OAuth token of another service is refused, without being quoted', () => {
    expect(checkOauthAudience([C], ['', A, B])).toBe(
      'The OAuth token was made for another audience (aud); ' +
        'expected is one of ["https://a.example","https://b.example"].',
    );
  });

  test('a name that only begins as the expected one is another', () => {
    expect(checkOauthAudience(`${A}.evil.example`, [A])).toBeDefined();
    expect(checkOauthAudience([A], [`${A}.evil.example`])).toBeDefined();
  });
});

test('a token for another audience rejects with an error that says what it is', async () => {
  api.answer = (res) => json(res, 200, wireAccessToken);
  const error = await rejection(
    clients().ours.idPOAuthAccessToken.verify('oat_never_to_be_seen', { audience: C }),
  );
  expect(error).toBeInstanceOf(TokenVerificationError);
  expect(error).toBeInstanceOf(ClerkError);
  expect(error).toMatchObject({
    name: 'TokenVerificationError',
    code: 'token_verification_failed',
    reason: 'token-verification-failed',
    clerkError: true,
    message: expect.stringContaining('another audience'),
  });
});

test('an error answer stays one, whatever audience is expected', async () => {
  api.answer = (res) => json(res, 404, { errors: [] });
  const { idPOAuthAccessToken } = clients().ours;
  const error = await rejection(idPOAuthAccessToken.verify('oat_1', { audience: C }));
  expect(error).toBeInstanceOf(ClerkApiError);
});

test.each([undefined, A])(
  'a JWT that the API calls inactive, with a status of success, is refused (audience: %p)',
  async (audience) => {
    api.answer = (res) => json(res, 200, { active: false });
    const { idPOAuthAccessToken } = clients().ours;
    const error = await rejection(idPOAuthAccessToken.verify('a.b.c', { audience }));
    expect(error).toBeInstanceOf(TokenVerificationError);
    expect(error).toHaveProperty('message', 'The OAuth token is not active.');
  },
);
