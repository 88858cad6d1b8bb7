import { describe, expect, it } from '@jest/globals';
import { ClerkModule, type ClerkModuleOptions } from 'clerk-nestjs';
import { withEnvironment } from '../nest/options/with-environment.js';
import { PLATFORMS, startApp } from '../nest/support/platforms.js';
import { KEYS } from './support/proxied-app.js';

const PAGE = { accept: 'text/html', 'sec-fetch-dest': 'document' };
const OWN_HOST = expect.stringMatching(/^https:\/\/(?!app\.example)/);

/** Options, `CLERK_PROXY_URL`, and where a browser is sent for the handshake. */
const CASES: [what: string, ClerkModuleOptions, variable: string, to: unknown][] = [
  ['a proxy', { frontendApiProxy: { enabled: true } }, '', 'https://app.example/__clerk'],
  [
    'a proxy elsewhere',
    { frontendApiProxy: { enabled: true, path: '/a/b/' } },
    '',
    'https://app.example/a/b',
  ],
  ['a proxy that is off', { frontendApiProxy: { enabled: false } }, '', OWN_HOST],
  [
    'a proxy beside the variable, over which it wins',
    { frontendApiProxy: { enabled: true } },
    'https://env.example',
    'https://app.example/__clerk',
  ],
  [
    'a proxy that is off beside the variable',
    { frontendApiProxy: { enabled: false } },
    'https://env.example',
    'https://env.example',
  ],
  [
    'a proxy for some URLs, of which this is one',
    { frontendApiProxy: { enabled: ({ hostname }) => hostname === 'app.example' } },
    'https://env.example',
    'https://app.example/__clerk',
  ],
  [
    'a proxy for others',
    { frontendApiProxy: { enabled: ({ hostname }) => hostname !== 'app.example' } },
    '',
    OWN_HOST,
  ],
  [
    'a proxy for others beside the variable',
    { frontendApiProxy: { enabled: ({ hostname }) => hostname !== 'app.example' } },
    'https://env.example',
    'https://env.example',
  ],
  [
    'an option of its own, which wins',
    { frontendApiProxy: { enabled: true }, proxyUrl: 'https://given.example/x' },
    'https://env.example',
    'https://given.example/x',
  ],
  [
    'an option that is blank, and so not given',
    { frontendApiProxy: { enabled: true }, proxyUrl: ' ' },
    '',
    'https://app.example/__clerk',
  ],
];

describe.each(PLATFORMS)('where browsers go for the handshake, on %s', (platform) => {
  it.each(CASES)('with %s', async (_what, options, variable, to) => {
    const module = ClerkModule.forRoot({ ...KEYS, ...options });
    const environment: Record<string, string> = variable ? { CLERK_PROXY_URL: variable } : {};
    const { app, origin } = await withEnvironment(environment, () =>
      startApp(platform, { imports: [module] }),
    );
    const headers = { ...PAGE, 'x-forwarded-host': 'app.example', 'x-forwarded-proto': 'https' };
    const response = await fetch(`${origin}/page`, { headers, redirect: 'manual' });
    const location = response.headers.get('location') ?? '';
    expect(response.status).toBe(307);
    const [address] = location.split('/v1/client/handshake?');
    expect(address).not.toBe(location);
    expect(address).toEqual(to);
    await app.close();
  });
});
