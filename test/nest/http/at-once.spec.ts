import type { IncomingMessage, ServerResponse } from 'node:http';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { clerkMiddleware, type ClerkOptions } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { serversForTests } from '../../express/support/express-server.js';
import { bearer } from '../support/callers.js';

const clerk = new LocalInstance();
const { publishableKey, jwtKey, secretKey } = clerk;
const serve = serversForTests();

// Of keys that can't be had it would tell.
beforeAll(() => Logger.overrideLogger(false));

describe('the middleware of a server', () => {
  const AT_HAND: ClerkOptions = { publishableKey, jwtKey };
  // Nobody listens there, so keys have to be waited for, in vain.
  const FAR: ClerkOptions = { publishableKey, secretKey, apiUrl: 'http://127.0.0.1:9' };

  /** Says whether `next` had been called when the middleware returned, and with an error or without. */
  async function serverOf(options: ClerkOptions | (() => Promise<ClerkOptions>)) {
    const authenticate = clerkMiddleware(options);
    const { origin } = await serve((request: IncomingMessage, response: ServerResponse) => {
      let when = 'later';
      let returned: unknown = 'nothing yet';
      const finish = () => response.end(`${when}, ${String(returned)}`);
      returned = authenticate(request, response, (error) => {
        if (returned === 'nothing yet') when = 'at once';
        if (error) when += ' with an error';
        setImmediate(finish);
      });
    });
    return async (headers: Record<string, string> = {}, path = '/') => {
      const response = await fetch(`${origin}${path}`, { headers });
      return response.text();
    };
  }

  it.each<[request: string, headers: () => Record<string, string>]>([
    ['with a new token', () => bearer(clerk.mintSessionToken('ada'))],
    ['with none', () => ({})],
    ['with something else', () => bearer('garbage')],
    ['with a forged token', () => bearer(`${clerk.mintSessionToken('ada').slice(0, -4)}AAAA`)],
  ])(
    'lets a request on before it returns, where the key is at hand: %s',
    async (_case, headers) => {
      const ask = await serverOf(AT_HAND);
      const sent = headers();
      expect(await ask(sent)).toBe('at once, undefined');
      expect(await ask(sent)).toBe('at once, undefined');
    },
  );

  it('tells of a broken request before it returns, and throws nothing', async () => {
    const ask = await serverOf(AT_HAND);
    expect(await ask({}, '//[')).toBe('at once with an error, undefined');
  });

  it('returns a promise where it has to wait for a key', async () => {
    const ask = await serverOf(FAR);
    const token = clerk.mintSessionToken('ada');
    expect(await ask(bearer(token))).toBe('later, [object Promise]');
    expect(await ask()).toBe('at once, undefined');
  });

  it('returns a promise where it has to wait for options, and passes on why there are none', async () => {
    const ask = await serverOf(() => Promise.reject(new Error('no options')));
    expect(await ask()).toBe('later with an error, [object Promise]');
  });

  it('passes on at once what a function for the options throws at once', async () => {
    const { origin } = await serve((request, response) => {
      const authenticate = clerkMiddleware({
        publishableKey,
        jwtKey,
        domain: () => {
          throw new Error('no domain');
        },
        isSatellite: true,
        signInUrl: 'https://primary.example/sign-in',
      });
      void authenticate(request, response, (error) => response.end(String(error)));
    });
    expect(await (await fetch(origin)).text()).toBe('Error: no domain');
  });
});
