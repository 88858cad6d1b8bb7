import { describe, expect, test } from '@jest/globals';
import { type Carrier, local, verdictOn } from './support/engine.js';

const APP = 'https://app.example';
const API = 'https://api.example';

function minted(claims: Record<string, unknown>): string {
  return local.mint({ user: 'ada', claims });
}

describe.each<Carrier>(['bearer', 'cookie'])('by %s, authorizedParties', (carrier) => {
  const policy = { authorizedParties: [APP, 'https://admin.app.example'] };

  test.each<[name: string, azp: unknown]>([
    ['a token that another site asked for (foreign azp) is refused', 'https://evil.example'],
    ['a token that a sibling subdomain asked for is refused', 'https://blog.app.example'],
    ['a token of the same host over http is refused', 'http://app.example'],
    ['a token of a host that starts alike is refused', `${APP}.evil.example`],
    ['a token whose azp is only a part of an allowed origin is refused', 'https://app'],
    ['a token of an origin in other letters is refused', 'https://APP.example'],
    ['a token without azp fails authorizedParties', undefined],
    ['a token with an empty azp is refused', ''],
    ['a token whose azp is null is refused', null],
    ['a token whose azp is a list with an allowed origin is refused', [APP]],
  ])('%s', async (_name, azp) => {
    expect(await verdictOn(minted({ azp }), { policy }, carrier)).toBe(
      'token-invalid-authorized-parties',
    );
  });

  test('a token that any one of them asked for passes', async () => {
    expect(await verdictOn(minted({ azp: APP }), { policy }, carrier)).toBe('signed-in');
  });

  test('an empty azp does not pass for an empty authorized party', async () => {
    const empty = { authorizedParties: [''] };
    expect(await verdictOn(minted({ azp: '' }), { policy: empty }, carrier)).toBe(
      'token-invalid-authorized-parties',
    );
  });

  test('without authorizedParties any azp passes, and none', async () => {
    expect(await verdictOn(minted({ azp: 'https://x.example' }), {}, carrier)).toBe('signed-in');
    expect(await verdictOn(minted({ azp: undefined }), {}, carrier)).toBe('signed-in');
  });
});

describe.each<Carrier>(['bearer', 'cookie'])('by %s, audience', (carrier) => {
  const policy = { audience: [API, 'mobile'] };

  test.each<[name: string, aud: unknown]>([
    ['a token for another audience is refused', 'https://evil.example'],
    ['a token for several other audiences is refused', ['https://evil.example', 'tv']],
    ['a token for an audience that starts alike is refused', `${API}.evil.example`],
    ['a token whose audience is no text is refused', 5],
    ['a token whose audience is an object is refused', { [API]: true }],
    ['a token whose audience is a list within a list is refused', [[API]]],
  ])('%s', async (_name, aud) => {
    expect(await verdictOn(minted({ aud }), { policy }, carrier)).toBe('token-verification-failed');
  });

  test.each<[name: string, aud: unknown]>([
    ['a token for one of them passes', 'mobile'],
    ['a token for one of them and for others passes', ['https://other.example', API]],
    ['a token without aud passes audience', undefined],
    ['a token with an empty aud passes', ''],
    ['a token with an empty list of audiences passes', []],
    ['a token whose aud is null passes', null],
  ])('%s', async (_name, aud) => {
    expect(await verdictOn(minted({ aud }), { policy }, carrier)).toBe('signed-in');
  });

  test('without audience any aud passes', async () => {
    expect(await verdictOn(minted({ aud: 'https://x.example' }), {}, carrier)).toBe('signed-in');
  });
});
