import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClerkModule } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { PLATFORMS, type RunningApp, startApp } from '../support/platforms.js';
import { type Answer, answerOf, hidden, letOn, sent, sentAsNotAllowed } from './answers.js';
import type { Form } from './forms.js';
import { PLACES, type Place, places } from './places.js';
import { type Asking, ask, CALLS, PAGE, PAGES } from './requests.js';

const instance = new LocalInstance();
const { publishableKey, jwtKey, users } = instance;
const PORTAL = 'https://local-clerk-1.accounts.dev/sign-in';

/** What an answer is: on, hidden behind a 404, to the sign-in page, or to an address. */
type Verdict = 'on' | '404' | 'sign-in' | `/${string}` | `https:${string}`;

/** What the documents say, of sessions: who is signed out and calls, or opens a page; who lacks, and who has. */
type Row = [form: Form, call: Verdict, page: Verdict, without: Verdict, withRight: Verdict];

const TABLE: readonly Row[] = [
  ['nothing', '404', 'sign-in', 'on', 'on'],
  ['no-demand', '404', 'sign-in', 'on', 'on'],
  ['role', '404', 'sign-in', '404', 'on'],
  ['permission', '404', 'sign-in', '404', 'on'],
  ['feature', '404', 'sign-in', '404', 'on'],
  ['plan', '404', 'sign-in', '404', 'on'],
  ['reverification', '404', 'sign-in', '404', 'on'],
  ['function', '404', 'sign-in', '404', 'on'],
  ['function-of-nobody', '404', 'sign-in', 'on', 'on'],
  ['welcome', '/welcome', '/welcome', 'on', 'on'],
  ['no-admin', '404', 'sign-in', '/no-admin?why=role', 'on'],
  ['both-beside', '/welcome', '/welcome', 'https://help.example/no-admin', 'on'],
  [
    'both-after',
    'https://other.example/welcome',
    'https://other.example/welcome',
    '/no-admin',
    'on',
  ],
  ['function-urls', '/welcome', '/welcome', '/no-admin', 'on'],
  ['first-wins', '/first-welcome', '/first-welcome', '/first', 'on'],
];

const WITHOUT = { user: 'alan', claims: { fva: [100, -1] } } as const;
const WITH = { user: 'ada', claims: { fva: [0, 0], pla: 'o:pro' } } as const;
const PENDING = { user: 'ada', claims: { ...WITH.claims, sts: 'pending' } } as const;

describe.each(PLATFORMS)('auth.protect() on %s', (platform) => {
  let running: RunningApp;

  beforeAll(async () => {
    const options = { publishableKey, jwtKey, enableHandshake: false };
    running = await startApp(platform, { imports: [ClerkModule.forRoot(options)], ...places });
  });

  afterAll(() => running.app.close());

  const answered = async (path: string, asking: Asking, token?: string) =>
    answerOf(await ask(`${running.origin}${path}`, asking, token));

  function expected(verdict: Verdict, path: string, { method = 'GET' }: Asking, page = PORTAL) {
    if (verdict === '404') return hidden(method, path);
    if (verdict !== 'sign-in') return sent(verdict);
    return sent(`${page}?redirect_url=${encodeURIComponent(`${running.origin}${path}`)}`);
  }

  function expectedOfUser(verdict: Verdict, path: string, { method = 'GET' }: Asking, id: string) {
    if (verdict === 'on') return letOn({ userId: id });
    return verdict === '404' ? hidden(method, path) : sentAsNotAllowed(verdict);
  }

  /** Every kind of request once, with what is expected of it. */
  async function compare(
    path: string,
    askings: Readonly<Record<string, Asking>>,
    token: string | undefined,
    expectation: (asking: Asking) => Answer,
  ): Promise<void> {
    for (const [name, asking] of Object.entries(askings)) {
      const seen = { name, ...(await answered(path, asking, token)) };
      expect(seen).toEqual({ name, ...expectation(asking) });
    }
  }

  describe.each(TABLE)('%s', (form, call, page, without, withRight) => {
    const path = `/request/${form}?tab=1`;

    it('says to who is signed out and calls what it says of nothing there', async () => {
      await compare(path, CALLS, undefined, (asking) => expected(call, path, asking));
    });

    it('sends who is signed out and opens a page elsewhere', async () => {
      await compare(path, PAGES, undefined, (asking) => expected(page, path, asking));
    });

    it('takes a session with tasks left for none, and sends it to its tasks', async () => {
      const token = instance.mint(PENDING);
      const tasks = `${PORTAL}/tasks`;
      await compare(path, CALLS, token, (asking) => expected(call, path, asking));
      await compare(path, PAGES, token, (asking) => expected(page, path, asking, tasks));
    });

    it('answers who is signed in by what they may, however they ask', async () => {
      const both = { ...CALLS, ...PAGES };
      for (const [who, verdict] of [
        [WITHOUT, without],
        [WITH, withRight],
      ] as const) {
        const { id } = users[who.user];
        await compare(path, both, instance.mint(who), (asking) =>
          expectedOfUser(verdict, path, asking, id),
        );
      }
    });

    it.each(PLACES)('means the same in this place: %s', async (place: Place) => {
      const there = `/${place}/${form}`;
      const [plain, opened] = [{}, PAGE];
      expect(await answered(there, plain)).toEqual(expected(call, there, plain));
      expect(await answered(there, opened)).toEqual(expected(page, there, opened));
      for (const [who, verdict] of [
        [WITHOUT, without],
        [WITH, withRight],
      ] as const) {
        const seen = await answered(there, plain, instance.mint(who));
        expect(seen).toEqual(expectedOfUser(verdict, there, plain, users[who.user].id));
      }
    });
  });
});
