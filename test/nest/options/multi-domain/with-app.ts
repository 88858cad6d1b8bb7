import { ClerkConfigurationError, ClerkModule, type ClerkOptions } from 'clerk-nestjs';
import { type Platform, type RunningApp, startApp } from '../../support/platforms.js';
import { DebugRecorder } from '../debug-recorder.js';
import { PagesController } from './pages.controller.js';

/** Starts the application of {@link PagesController} with these options, for as long as the work takes. */
export async function withApp<Result>(
  platform: Platform,
  options: ClerkOptions,
  work: (running: RunningApp) => Promise<Result>,
): Promise<Result> {
  const running = await startApp(platform, {
    imports: [ClerkModule.forRoot(options)],
    controllers: [PagesController],
  });
  try {
    return await work(running);
  } finally {
    await running.app.close();
  }
}

/** Why an application with these options does not boot. */
export async function bootFailure(options: object): Promise<string> {
  try {
    await withApp('express', options, async () => {});
  } catch (error) {
    if (error instanceof ClerkConfigurationError) return error.message;
    throw error;
  }
  throw new Error('It was expected not to boot.');
}

/** What is logged, of every level, while the work goes on. */
export async function loggedDuring(work: () => Promise<unknown>): Promise<string> {
  const recorder = new DebugRecorder().start();
  try {
    await work();
  } finally {
    recorder.stop();
  }
  return recorder.lines.join('\n');
}
