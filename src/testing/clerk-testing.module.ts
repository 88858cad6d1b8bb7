import { Global, Inject, Module, type OnModuleDestroy } from '@nestjs/common';
import type { ClerkOptions } from '../clerk-options.js';
import { CLERK_TESTING_OPTIONS } from '../nest/tokens.js';
import { LocalClerk } from './local-clerk.js';
import { testingInstance } from './testing-instance.js';

async function startLocalClerk(): Promise<LocalClerk> {
  const clerk = await LocalClerk.start({ instance: testingInstance() });
  // An application that fails to boot is never destroyed, and must not keep the test run alive.
  return clerk.unref();
}

/**
 * Connects an application under test to an embedded Clerk, whatever keys it would use otherwise.
 * Nothing is bypassed: tokens of `signedInAs()` are verified like any other, and the injected
 * `ClerkClient` talks to a real, local Backend API. With `NODE_ENV=production` it refuses to start.
 *
 * @example
 * ```ts
 * const module = await Test.createTestingModule({
 *   imports: [AppModule, ClerkTestingModule],
 * }).compile();
 * const app = module.createNestApplication();
 * await app.init();
 * await request(app.getHttpServer()).get('/articles').set(signedInAs('ada')).expect(200);
 * ```
 */
@Global()
@Module({
  providers: [
    { provide: LocalClerk, useFactory: startLocalClerk },
    {
      provide: CLERK_TESTING_OPTIONS,
      useFactory: (clerk: LocalClerk): ClerkOptions => clerk.options,
      inject: [LocalClerk],
    },
  ],
  exports: [LocalClerk, CLERK_TESTING_OPTIONS],
})
export class ClerkTestingModule implements OnModuleDestroy {
  constructor(@Inject(LocalClerk) private readonly clerk: LocalClerk) {}

  /** Stops the embedded Clerk together with the application. */
  async onModuleDestroy(): Promise<void> {
    await this.clerk.stop();
  }
}
