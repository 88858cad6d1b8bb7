import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ClerkModuleOptions } from 'clerk-nestjs';
import { PLATFORMS } from '../support/platforms.js';
import { DebugRecorder } from './debug-recorder.js';
import { appsForTests } from './option-app.js';
import { recordedClerkForTests } from './recorded-clerk.js';

describe.each(PLATFORMS)('debug, on %s', (platform) => {
  const recorded = recordedClerkForTests();
  const open = appsForTests();
  let recorder: DebugRecorder;

  beforeEach(() => {
    recorder = new DebugRecorder();
  });
  afterEach(() => recorder.stop());

  const openWith = async (options: ClerkModuleOptions) => {
    const app = await open(platform, { ...recorded.clerk.options, ...options });
    recorder.start();
    return app;
  };

  it('writes one block for each request, guarded or not', async () => {
    const app = await openWith({ debug: true });
    await app.ask('/open');
    await app.ask('/guarded');
    await app.ask('/nowhere', { token: recorded.clerk.mintSessionToken('ada') });
    const [first, second, third] = recorder.blocks;
    expect(first).toMatch(/"\/open" is signed-out\n/);
    expect(second).toMatch(/"\/guarded" is signed-out\n/);
    expect(third).toMatch(/"\/nowhere" is signed-in\n/);
    expect(recorder.blocks).toHaveLength(3);
  });

  it('says why nobody is signed in: the reason, and the message', async () => {
    const app = await openWith({ debug: true, authorizedParties: ['https://app.example'] });
    const token = recorded.clerk.mintSessionToken('ada', { azp: 'https://evil.example' });
    const refused = await app.ask('/guarded', { token });
    const [block] = recorder.blocks;
    expect(refused.reason).toBe('token-invalid-authorized-parties');
    expect(block).toMatch(/^ {2}reason +token-invalid-authorized-parties$/m);
    expect(block).toMatch(/^ {2}message +.*"https:\/\/evil\.example"/m);
  });

  it('says where a browser is sent, and what its cookies are', async () => {
    const app = await openWith({ debug: true });
    await app.ask('/open?tab=2', { page: true });
    const [block] = recorder.blocks;
    expect(block).toMatch(/^"GET" "\/open" is handshake$/m);
    expect(block).toMatch(/^ {2}reason +dev-browser-missing$/m);
    expect(block).toMatch(/^ {2}cookies +.*dev browser: none/m);
    // The logger's context stands behind it.
    expect(block).toContain(`\n  sent to  ${recorded.clerk.origin} ClerkModule`);
  });

  it('explains a program’s token', async () => {
    const app = await openWith({ debug: true, acceptsToken: 'any' });
    await app.ask('/guarded', { token: 'ak_of_nobody' });
    expect(recorder.blocks[0]).toMatch(/^ {2}reason +token-invalid$/m);
    expect(recorder.blocks[0]).toMatch(/^ {2}token +api_key/m);
  });

  it.each([false, undefined])('writes nothing when it is %j', async (debug) => {
    const app = await openWith({ debug });
    await app.ask('/open');
    await app.ask('/guarded', { token: recorded.clerk.mintSessionToken('ada') });
    expect(recorder.blocks).toEqual([]);
  });
});
