import { describe, expect, it } from '@jest/globals';
import { AnswerStore } from '../../src/engine/evidence/answer-store.js';
import { GOOD } from './support/machines.js';
import { NO, Remembering, yes } from './support/remembered-answers.js';

describe('a revoked token', () => {
  it.each([
    ['by its id', GOOD.id],
    ['by whom it stands for', GOOD.subject],
    ['by its kind', 'api_key'],
  ])('is asked about again at once when it was ended %s', async (_how, name) => {
    const cache = new Remembering();
    await cache.ask();
    cache.endings.note([name]);
    cache.api.answer = () => NO;
    expect(await cache.ask()).toBe('asked: no');
  });

  it('leaves the others known', async () => {
    const cache = new Remembering();
    await cache.ask();
    cache.endings.note(['ak_other', 'user_other', 'm2m_token']);
    expect(await cache.ask()).toBe('known: yes');
  });

  it('is not known by the answer to a question from before the revocation', async () => {
    const cache = new Remembering();
    const release = cache.api.hold();
    const before = cache.ask();
    cache.endings.note([GOOD.id]);
    release();
    expect(await before).toBe('asked: yes');
    cache.api.answer = () => NO;
    expect(await cache.ask()).toBe('asked: no');
  });

  it('gets nobody in who asks after the revocation, while an older question is under way', async () => {
    const cache = new Remembering();
    const release = cache.api.hold();
    const before = cache.ask();
    cache.endings.note([GOOD.id]);
    cache.api.answer = () => NO;
    const after = cache.ask();
    release();
    expect(await after).toBe('asked: no');
    expect(await before).toBe('asked: yes');
    expect(await cache.ask()).toBe('known: no');
  });

  it('does not come back when the older question is answered last', async () => {
    const cache = new Remembering();
    const release = cache.api.hold();
    const before = cache.ask();
    // It has ended elsewhere, and something else within.
    cache.endings.note(['ak_other']);
    cache.api.answer = () => NO;
    const releaseOther = cache.api.hold();
    const after = cache.ask();
    releaseOther();
    await after;
    release();
    await before;
    expect(await cache.ask()).toBe('known: no');
  });

  it('is not known again because so many others were ended that its name is forgotten', async () => {
    const cache = new Remembering();
    await cache.ask();
    cache.endings.note([GOOD.id]);
    cache.endings.note(Array.from({ length: 10_000 }, (_, place) => `user_${place}`));
    expect(await cache.ask()).toBe('asked: yes');
    expect(await cache.ask()).toBe('known: yes');
  });
});

it('what was ended is remembered by so many names and no more: what is older counts as ended', async () => {
  const cache = new Remembering();
  await cache.ask();
  const others = (count: number) => Array.from({ length: count }, (_, place) => `user_${place}`);
  cache.endings.note(others(10_000));
  expect(await cache.ask()).toBe('known: yes');
  cache.endings.note(['user_last']);
  expect(await cache.ask()).toBe('asked: yes');
});

describe('a flood of made-up tokens', () => {
  it('does not push out the good ones', async () => {
    const cache = new Remembering({ max: 10 });
    await cache.ask('ak_good');
    cache.api.answer = () => NO;
    for (let place = 0; place < 1_000; place += 1) await cache.ask(`ak_${place}`);
    expect(await cache.ask('ak_good')).toBe('known: yes');
    expect(cache.answers.size).toBe(11);
    expect(await cache.ask('ak_989')).toBe('asked: no');
    expect(await cache.ask('ak_999')).toBe('known: no');
  });

  it('leaves no more than its end behind once its time is up', async () => {
    const cache = new Remembering({ max: 1_000 });
    cache.api.answer = () => NO;
    for (let place = 0; place < 1_000; place += 1) await cache.ask(`ak_${place}`);
    cache.now += 2_000;
    await cache.ask('ak_last');
    expect(cache.answers.size).toBe(1);
  });

  it('of good ones makes room by the oldest', async () => {
    const cache = new Remembering({ max: 2 });
    for (const token of ['ak_1', 'ak_2', 'ak_3']) await cache.ask(token);
    expect(cache.answers.size).toBe(2);
    expect(await cache.ask('ak_3')).toBe('known: yes');
    expect(await cache.ask('ak_2')).toBe('known: yes');
    expect(await cache.ask('ak_1')).toBe('asked: yes');
  });
});

describe('one token’s answer', () => {
  it('is never served for another kind of token', async () => {
    const cache = new Remembering();
    await cache.ask('same', 'api_key');
    cache.api.answer = () => NO;
    expect(await cache.ask('same', 'm2m_token')).toBe('asked: no');
    expect(await cache.ask('same', 'oauth_token')).toBe('asked: no');
    expect(await cache.ask('same', 'api_key')).toBe('known: yes');
  });

  it.each(['ak_', 'ak_1 ', 'AK_1', 'ak_1a', ' ak_1'])(
    'is never served for one that is not the same to the letter: %j',
    async (other) => {
      const cache = new Remembering();
      await cache.ask('ak_1');
      expect(await cache.ask(other)).toBe('asked: yes');
    },
  );
});

describe('what is kept', () => {
  const SECRET = 'ak_secret_of_the_test';

  it('does not hold the token, though the answer repeats it', async () => {
    const cache = new Remembering();
    cache.api.answer = () => yes({ secret: SECRET, token: SECRET, raw: { secret: SECRET } });
    await cache.ask(SECRET);
    expect(JSON.stringify(cache.answers.verifyMachineToken('api_key', SECRET))).not.toContain(
      SECRET,
    );
  });

  it('does not hold it of a refusal either', async () => {
    const cache = new Remembering();
    cache.api.answer = () => ({ ok: false, code: SECRET, status: 404, message: `No ${SECRET}` });
    await cache.ask(SECRET);
    const known = cache.answers.verifyMachineToken('api_key', SECRET);
    expect(known).toEqual({ ok: false, code: '', status: 404, message: '' });
  });

  it('is not changed by whoever changes the answer', async () => {
    const cache = new Remembering();
    const claims = { tier: 'gold', nested: { list: ['a'] } };
    const aud = ['https://api.example'];
    cache.api.answer = () => yes({ claims, aud });
    await cache.ask();
    claims.nested.list.push('b');
    aud.push('https://evil.example');
    expect(cache.answers.verifyMachineToken('api_key', 'ak_1')).toMatchObject({
      resource: { claims: { nested: { list: ['a'] } }, aud: ['https://api.example'] },
    });
  });
});

it('room is made in the order of age, however often tokens come back and time passes', async () => {
  const cache = new Remembering({ max: 50, ttlInMs: 300 });
  const askedAt = new Map<string, number>();
  for (let step = 0; step < 5_000; step += 1) {
    cache.now += step % 3;
    const token = `ak_${(step * step + step) % 83}`;
    const isKnown = (await cache.ask(token)) === 'known: yes';
    const age = cache.now - (askedAt.get(token) ?? -Infinity);
    if (isKnown) expect(age).toBeLessThan(300);
    else {
      const younger = [...askedAt.values()].filter((at) => at > cache.now - age);
      expect(age >= 300 || younger.length >= 49).toBe(true);
      askedAt.delete(token);
      askedAt.set(token, cache.now);
    }
    expect(cache.answers.size).toBeLessThanOrEqual(50);
  }
});

it('a store that was emptied by time is bounded as before', () => {
  const store = new AnswerStore(1);
  const good = { isGood: true, answer: NO, expiresAt: Infinity, names: [], askedAt: 0, endings: 0 };
  store.set('late', { ...good, until: 5 }, 5);
  expect(store.size).toBe(0);
  for (const key of ['a', 'b', 'c']) store.set(key, { ...good, until: 10 }, 5);
  expect([store.size, store.get('c')?.until]).toEqual([1, 10]);
});
