import { describe, expect, it } from '@jest/globals';
import type { BackendFailure } from '../../src/engine/evidence/backend.js';
import type { MachineTokenType } from '../../src/engine/token-type.js';
import { OUT_OF_REACH } from './support/browser.js';
import { GOOD } from './support/machines.js';
import { NO, Remembering, YES, yes } from './support/remembered-answers.js';

const KINDS: MachineTokenType[] = ['api_key', 'm2m_token', 'oauth_token'];

describe('what the Backend API said about a token', () => {
  it.each(KINDS)('is known without a promise the second time: %s', async (kind) => {
    const cache = new Remembering();
    expect(await cache.ask('t', kind)).toBe('asked: yes');
    expect(await cache.ask('t', kind)).toBe('known: yes');
    expect(cache.api.asked).toEqual([[kind, 't']]);
  });

  it('is asked again when its time is up, and not a moment before', async () => {
    const cache = new Remembering({ ttlInMs: 500 });
    await cache.ask();
    cache.now += 499;
    expect(await cache.ask()).toBe('known: yes');
    cache.now += 1;
    expect(await cache.ask()).toBe('asked: yes');
  });

  it('is as old as the question, not as the answer', async () => {
    const cache = new Remembering({ ttlInMs: 500 });
    const release = cache.api.hold();
    const first = cache.ask();
    cache.now += 400;
    release();
    await first;
    cache.now += 100;
    expect(await cache.ask()).toBe('asked: yes');
  });

  it('is not known any longer by a clock that was set back', async () => {
    const cache = new Remembering();
    await cache.ask();
    cache.now -= 1;
    expect(await cache.ask()).toBe('asked: yes');
  });

  it('is a refusal for a shorter time', async () => {
    const cache = new Remembering();
    cache.api.answer = () => NO;
    await cache.ask();
    cache.now += 1_999;
    expect(await cache.ask()).toBe('known: no');
    cache.api.answer = () => YES;
    cache.now += 1;
    expect(await cache.ask()).toBe('asked: yes');
  });

  it.each(['revoked', 'expired'])('is a refusal too where it says %s', async (state) => {
    const cache = new Remembering();
    cache.api.answer = () => yes({ [state]: true });
    await cache.ask();
    cache.now += 1_999;
    expect(await cache.answers.verifyMachineToken('api_key', 'ak_1')).toMatchObject({
      resource: { id: GOOD.id, [state]: true },
    });
    cache.now += 1;
    expect(await cache.ask()).toMatch(/^asked/);
  });

  it.each([200, 400, 404, 410, 422])('is a verdict with the status %d', async (status) => {
    const cache = new Remembering();
    cache.api.answer = () => ({ ok: false, code: 'x', status, message: 'No.' });
    await cache.ask();
    expect(await cache.ask()).toBe('known: no');
  });

  it.each<[string, Partial<BackendFailure>]>([
    ['it is out of reach', OUT_OF_REACH],
    ['it refuses our key', { status: 401 }],
    ['we may not ask', { status: 403 }],
    ['it has had enough', { status: 429 }],
    ['a verdict is none', { status: 404, unavailable: OUT_OF_REACH.unavailable }],
  ])('is asked again at once where %s', async (_name, failure) => {
    const cache = new Remembering();
    cache.api.answer = () => ({ ok: false, code: 'x', status: 0, message: '', ...failure });
    expect(await cache.ask()).toBe('asked: no');
    cache.api.answer = () => YES;
    expect(await cache.ask()).toBe('asked: yes');
  });

  it.each([null, 'text', {}, { id: '', subject: 's' }])(
    'is asked again at once where it names nobody: %j',
    async (resource) => {
      const cache = new Remembering();
      cache.api.answer = () => ({ ok: true, resource });
      await cache.ask();
      expect(await cache.ask()).toMatch(/^asked/);
      expect(cache.answers.size).toBe(0);
    },
  );

  it('is not kept of a token that is too long to be one, which is asked about all the same', async () => {
    const cache = new Remembering();
    const long = `ak_${'a'.repeat(510)}`;
    expect(await cache.ask(long)).toBe('asked: yes');
    expect(await cache.ask(long)).toBe('asked: yes');
    expect(await cache.ask(long.slice(0, 512))).toBe('asked: yes');
    expect(await cache.ask(long.slice(0, 512))).toBe('known: yes');
  });

  it('is of no use with a time to live of 0', async () => {
    const cache = new Remembering({ ttlInMs: 0, negativeTtlInMs: 0 });
    await cache.ask();
    expect(await cache.ask()).toBe('asked: yes');
    expect(cache.answers.size).toBe(0);
  });

  it('says nothing of handshakes and refreshes, which are passed on', async () => {
    const { answers } = new Remembering();
    expect(await answers.redeemNonce('n')).toMatchObject({ directives: ['nonce'] });
    const request = { sessionId: '', expiredToken: '', refreshToken: '', origin: '' };
    const refresh = answers.refreshSession({ ...request, headers: {}, suffixedCookies: true });
    expect(await refresh).toMatchObject({ directives: ['refresh'] });
  });
});

describe('the same question at the same time', () => {
  it('is one call, for a thousand who ask', async () => {
    const cache = new Remembering();
    const release = cache.api.hold();
    const asking = Array.from({ length: 1_000 }, () => cache.ask());
    release();
    expect(new Set(await Promise.all(asking))).toEqual(new Set(['asked: yes']));
    expect(cache.api.asked).toHaveLength(1);
  });

  it('is one call too where there is no answer to keep', async () => {
    const cache = new Remembering();
    cache.api.answer = () => OUT_OF_REACH;
    await Promise.all([cache.ask(), cache.ask()]);
    expect(cache.api.asked).toHaveLength(1);
  });

  it('is asked anew after a client that rejects, as ours never do', async () => {
    const cache = new Remembering();
    cache.api.answer = () => {
      throw new Error('broken');
    };
    await expect(cache.ask()).rejects.toThrow('broken');
    cache.api.answer = () => YES;
    expect(await cache.ask()).toBe('asked: yes');
  });
});

describe('a token’s own end', () => {
  const END = 3_000;

  it.each<[MachineTokenType, string, (at: number) => number]>([
    ['api_key', 'in milliseconds', (at) => at],
    ['m2m_token', 'in milliseconds', (at) => at],
    ['oauth_token', 'in milliseconds', (at) => at],
    ['oauth_token', 'in seconds', (at) => at / 1_000],
  ])('ends what is known of it: an expired %s, %s', async (kind, _unit, unit) => {
    const cache = new Remembering();
    const end = cache.now + END;
    cache.api.answer = () => yes({ expiration: unit(end) });
    await cache.ask('t', kind);
    cache.now = end - 1;
    expect(await cache.ask('t', kind)).toBe('known: yes');
    cache.now = end;
    cache.api.answer = () => NO;
    expect(await cache.ask('t', kind)).toBe('asked: no');
  });

  it('makes nothing live longer than the time to live', async () => {
    const cache = new Remembering();
    cache.api.answer = () => yes({ expiration: cache.now + 3_600_000 });
    await cache.ask();
    cache.now += 10_000;
    expect(await cache.ask()).toBe('asked: yes');
  });

  it.each([null, undefined])('is never where there is none: %j', async (expiration) => {
    const cache = new Remembering();
    cache.api.answer = () => yes({ expiration });
    await cache.ask();
    expect(await cache.ask()).toBe('known: yes');
  });

  it.each(['2030-01-01', Number.NaN, {}])(
    'keeps nothing where it can’t be read: %j',
    async (end) => {
      const cache = new Remembering();
      cache.api.answer = () => yes({ expiration: end });
      await cache.ask();
      expect(await cache.ask()).toBe('asked: yes');
    },
  );
});
