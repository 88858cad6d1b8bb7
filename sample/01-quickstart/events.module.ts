import { Module } from '@nestjs/common';
import { ClerkWebhookModule } from 'clerk-nestjs/webhooks';
import { DemonstratedFailure } from './demonstrated-failure.ts';
import { EventLog } from './event-log.service.ts';
import { EventsController } from './events.controller.ts';

/** Takes in what Clerk delivers to `POST /webhooks/clerk`; the secret comes from the environment. */
@Module({
  imports: [ClerkWebhookModule.forRoot()],
  controllers: [EventsController],
  // Handlers are found in any provider. Leave out DemonstratedFailure in an application of yours.
  providers: [EventLog, DemonstratedFailure],
})
export class EventsModule {}
