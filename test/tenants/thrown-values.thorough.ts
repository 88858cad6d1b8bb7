import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import type { ServerResponse } from 'node:http';
import { ClerkModule, type ClerkModuleOptions, type ClerkOptionsCallback } from 'clerk-nestjs';
import { PLATFORMS, type RunningApp, startApp } from '../nest/support/platforms.js';
import { ask } from './ask.js';
import { instance } from './made-tenants.js';

const { publishableKey, jwtKey } = instance;

/** To Express some of these mean that nothing was wrong, or that the next route is to be tried. */
const VALUES = [undefined, null, false, 0, '', 'route', 'router', 'text', () => true];

/** What the next request has thrown. */
let thrown: unknown;

function throwIt(): never {
  throw thrown;
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- untyped code
const unknown = (() => thrown) as () => Error;

/** The places where a function of the application is called before anybody is let on. */
const PLACES: [string, ClerkModuleOptions | ClerkOptionsCallback][] = [
  ['the function of the request', throwIt],
  ['its promise', () => Promise.reject(thrown)],
  ['tenants.resolve', { tenants: { resolve: throwIt, load: () => null } }],
  ['tenants.load', { tenants: { resolve: () => 'acme', load: throwIt } }],
  ['tenants.unknown', { tenants: { resolve: () => null, load: () => null, unknown: throwIt } }],
  [
    'the exception of tenants.unknown',
    { tenants: { resolve: () => null, load: () => null, unknown } },
  ],
  ['protect', { publishableKey, jwtKey, protect: throwIt }],
];

/** No handler of Nest's, whose guards would ask again. */
function serveFiles(app: INestApplication): void {
  app.use('/files', (_request: unknown, response: ServerResponse) => response.end('file'));
}

describe.each(PLATFORMS)('whatever is thrown on %s', (platform) => {
  describe.each(PLACES)('by %s', (_place, options) => {
    let running: RunningApp;

    beforeAll(async () => {
      running = await startApp(
        platform,
        { imports: [ClerkModule.forRoot(options)] },
        { configure: serveFiles },
      );
    });

    afterAll(() => running.app.close());

    it.each(VALUES.map((value) => [value] as const))('is never “go on”: %p', async (value) => {
      thrown = value;
      const { status, body } = await ask(`${running.origin}/files`);
      expect(status).toBeGreaterThanOrEqual(500);
      expect(body).not.toBe('file');
    });
  });
});
