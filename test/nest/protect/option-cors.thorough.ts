import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProtectRule } from 'clerk-nestjs';
import { PLATFORMS, type RunningApp } from '../support/platforms.js';
import { ask } from './requests.js';
import { instance, SECRET, startSite } from './site.js';

const OTHER = 'https://other.example';
const PREFLIGHT = { origin: OTHER, 'access-control-request-method': 'GET' };

const RULES: Readonly<Record<string, ProtectRule>> = {
  patterns: ['/api/admin(.*)', '/files/(.*)', '/other/(.*)'],
  'all but some': { except: '/api/open' },
  'a function': (auth) => void auth.protect(),
};

describe.each(PLATFORMS)('forRoot({ protect }) and requests of other origins on %s', (platform) => {
  describe.each(Object.entries(RULES))('by %s', (kind, rule) => {
    let withCors: RunningApp;
    let without: RunningApp;
    const refusal = kind === 'a function' ? 404 : 401;

    beforeAll(async () => {
      withCors = await startSite(platform, rule, { configure: (app) => app.enableCors() });
      without = await startSite(platform, rule);
    });

    afterAll(() => Promise.all([withCors.app.close(), without.app.close()]));

    it.each(['/api/admin', '/api/admin/all', '/files/report.txt', '/other/secret'])(
      'lets CORS answer the preflight of %s, and refuses the request itself',
      async (path) => {
        const url = `${withCors.origin}${path}`;
        const preflight = await ask(url, { method: 'OPTIONS', headers: PREFLIGHT });
        expect([preflight.status, await preflight.text()]).toEqual([204, '']);
        expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
        const request = await ask(url, { headers: { origin: OTHER } });
        expect(request.status).toBe(refusal);
        const token = instance.mintSessionToken('ada');
        const allowed = await ask(url, { headers: { origin: OTHER } }, token);
        expect([allowed.status, await allowed.text()]).toEqual([200, SECRET]);
      },
    );

    it.each(['/api/admin/all', '/api/admin/options'])(
      'lets nothing on that only looks like a preflight to %s',
      async (path) => {
        const url = `${without.origin}${path}`;
        const response = await ask(url, { method: 'OPTIONS', headers: PREFLIGHT });
        expect([response.status, (await response.text()).includes(SECRET)]).toEqual([
          refusal,
          false,
        ]);
      },
    );

    it.each([
      ['OPTIONS', {}],
      ['OPTIONS', { origin: OTHER }],
      ['OPTIONS', { 'access-control-request-method': 'GET' }],
      ['GET', PREFLIGHT],
      ['POST', PREFLIGHT],
    ])('takes for no preflight: %s %j', async (method, headers) => {
      for (const path of ['/api/admin/all', '/other/secret', '/files/report.txt']) {
        const response = await ask(`${without.origin}${path}`, { method, headers });
        expect([path, response.status]).toEqual([path, refusal]);
        expect(await response.text()).not.toContain(SECRET);
      }
    });

    it('gives away no file to what looks like a preflight', async () => {
      const url = `${without.origin}/files/report.txt`;
      const response = await ask(url, { method: 'OPTIONS', headers: PREFLIGHT });
      expect(await response.text()).not.toContain(SECRET);
    });

    // A preflight has to reach CORS, which is a middleware like any other.
    it('reaches other middleware only where that answers OPTIONS', async () => {
      const url = `${without.origin}/other/secret`;
      const response = await ask(url, { method: 'OPTIONS', headers: PREFLIGHT });
      const isAnswered = (await response.text()) === SECRET;
      expect(isAnswered).toBe(platform === 'fastify');
    });
  });
});
