import { All, Controller, HttpCode, Req } from '@nestjs/common';
import { ClerkModule, getAuth } from 'clerk-nestjs';
import { type Platform, startApp } from '../../../nest/support/platforms.js';
import type { RunningServer } from './running-server.js';
import { seenBy } from './seen.js';

@Controller()
class SeenController {
  @All(['', '*'])
  @HttpCode(200)
  seen(@Req() request: object): Promise<object> {
    return seenBy(getAuth, request);
  }
}

/** Starts Nest with our module and a handler that tells what it sees. */
export async function startNestServer(
  platform: Platform,
  options: Readonly<Record<string, unknown>>,
): Promise<RunningServer> {
  // Answers about a token differ from one exchange to the next, of which a cache would know nothing.
  const machineTokenCache = false;
  const module = ClerkModule.forRoot({ ...options, acceptsToken: 'any', machineTokenCache });
  const { app, port } = await startApp(platform, {
    imports: [module],
    controllers: [SeenController],
  });
  return { port, close: () => app.close() };
}
