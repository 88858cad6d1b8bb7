import type { DynamicModule } from '@nestjs/common';
import { AppModule } from './app.module.ts';
import { EventsModule } from './events.module.ts';

/**
 * The application, and with it the webhooks where there is a secret to verify them by: with keys of
 * your own, that of the endpoint that you have created in the Clerk Dashboard.
 */
export function rootModule({ env } = process): DynamicModule {
  const imports = env['CLERK_WEBHOOK_SIGNING_SECRET'] ? [EventsModule] : [];
  return { module: AppModule, imports };
}
