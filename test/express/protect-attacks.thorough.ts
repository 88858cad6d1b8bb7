import { describe, expect, it } from '@jest/globals';
import { ClerkModule } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { PLATFORMS, startApp } from '../nest/support/platforms.js';
import { THROWN } from './support/thrown.js';

const { publishableKey, jwtKey } = new LocalInstance();
const options = { publishableKey, jwtKey };

describe.each(PLATFORMS)('forRoot({ protect }) on %s', (platform) => {
  it.each(THROWN)('lets nobody on whom its function refuses by throwing %p', async (thrown) => {
    const protect = () => {
      throw thrown;
    };
    let reached = 0;
    const module = ClerkModule.forRoot({ ...options, enableHandshake: false, protect });
    const { app, origin } = await startApp(
      platform,
      { imports: [module] },
      {
        configure: (application) =>
          application.use((_: unknown, response: { end(text: string): void }) => {
            reached += 1;
            response.end('secret');
          }),
      },
    );
    const answer = await fetch(origin, { redirect: 'manual' });
    await app.close();
    expect([answer.status >= 300, reached]).toEqual([true, 0]);
  });
});
