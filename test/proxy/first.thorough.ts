import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { json } from 'express';
import { ClerkAuthGuard } from 'clerk-nestjs';
import { PLATFORMS } from '../nest/support/platforms.js';
import { type ProxiedSetup, proxiedForTests } from './support/proxied-app.js';
import { upstreamForTests } from './support/upstream.js';

/** What applications do that must make no difference to the proxy. */
const SETUPS: [what: string, setup: ProxiedSetup][] = [
  ['a global prefix', { configure: (app) => app.setGlobalPrefix('api') }],
  ['a body parser in main.ts', { configure: (app) => app.use(json({ type: () => true })) }],
  [
    'a middleware that answers everything',
    {
      configure: (app) =>
        app.use((_request: unknown, response: { end(text: string): void }) => response.end('mine')),
    },
  ],
  ['a global guard of the module', { options: { globalGuard: true } }],
  [
    'a global guard of the application',
    {
      configure: (app) => app.useGlobalGuards(app.get(ClerkAuthGuard)),
    },
  ],
  ['protection of everything', { options: { protect: ['/(.*)'] } }],
  ['CORS', { configure: (app) => app.enableCors() }],
];

describe.each(PLATFORMS)('the proxy comes first, on %s', (platform) => {
  const upstream = upstreamForTests();

  describe.each(SETUPS)('with %s', (_what, setup) => {
    const app = proxiedForTests(platform, upstream, setup);

    it('nobody has to be signed in, and no cookie or header of Clerk’s is set', async () => {
      const response = await fetch(`${app.origin}/__clerk/v1/client`, {
        headers: { accept: 'text/html', 'sec-fetch-dest': 'document' },
        redirect: 'manual',
      });
      expect([response.status, await response.json()]).toEqual([200, { response: 'client' }]);
      expect([...response.headers.keys()].filter((name) => /clerk|cookie/.test(name))).toEqual([]);
    });

    it('a body is nobody else’s, also one that no parser would read', async () => {
      for (const body of ['{"title":"x"}', '{ no JSON']) {
        upstream.received.length = 0;
        const headers = { 'content-type': 'application/json' };
        await fetch(`${app.origin}/__clerk/v1/x`, { method: 'POST', headers, body });
        expect(upstream.only.body).toBe(body);
      }
    });

    it('a body reaches upstream while it is still being sent', async () => {
      const headers = { 'content-type': 'application/json', 'content-length': '8' };
      let received = '';
      upstream.taking = (taken, response) => {
        taken.on('data', (chunk) => (received += String(chunk)));
        taken.once('data', () => response.write('go on'));
        taken.once('end', () => response.end());
      };
      const sent = request(`${app.origin}/__clerk/v1/x`, { method: 'POST', headers });
      sent.write('half');
      // The answer begins before the body has ended: nobody has waited for all of it.
      const [answer]: IncomingMessage[] = await once(sent, 'response');
      expect(received).toBe('half');
      sent.end('half');
      answer?.resume();
      if (answer) await once(answer, 'end');
      expect(received).toBe('halfhalf');
    });
  });
});
