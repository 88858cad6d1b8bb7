import { describe, expect, it } from '@jest/globals';
import { ClerkModule, type ClerkOptions } from 'clerk-nestjs';
import { PLATFORMS, startApp } from '../support/platforms.js';
import { DebugRecorder } from './debug-recorder.js';
import { instance, LIVE } from './multi-domain/live.js';

const { publishableKey, secretKey } = instance;
const DEVELOPMENT = { publishableKey, secretKey };
const SATELLITE = { domain: 'satellite.example', signInUrl: 'https://primary.example/sign-in' };

describe.each(PLATFORMS)('while an application boots on %s', (platform) => {
  /** What is said about where a browser's token may be sent to. */
  async function warnings(options: ClerkOptions): Promise<string[]> {
    const recorder = new DebugRecorder();
    const metadata = { imports: [ClerkModule.forRoot(options)] };
    const { app } = await startApp(platform, metadata, { configure: () => recorder.start() });
    recorder.stop();
    await app.close();
    return recorder.lines.filter((line) => line.includes('allowedRedirectOrigins'));
  }

  it('a development primary that sends the token of a browser anywhere is warned of, once', async () => {
    for (const options of [DEVELOPMENT, { ...DEVELOPMENT, isSatellite: () => false }]) {
      const [warning, ...more] = await warnings(options);
      expect(warning).toMatch(/__clerk_redirect_url is sent to any address .* or \[\] without any/);
      expect(more).toEqual([]);
    }
  });

  it.each<[string, ClerkOptions]>([
    [
      'that names its satellites',
      { ...DEVELOPMENT, allowedRedirectOrigins: ['https://satellite.example'] },
    ],
    ['that says it has none', { ...DEVELOPMENT, allowedRedirectOrigins: [] }],
    ['of a production instance', LIVE],
    ['that is a satellite', { ...DEVELOPMENT, ...SATELLITE, isSatellite: true }],
  ])('one %s is not', async (_case, options) => {
    expect(await warnings(options)).toEqual([]);
  });
});
