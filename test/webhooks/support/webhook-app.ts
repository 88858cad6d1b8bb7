import { Injectable, type ModuleMetadata } from '@nestjs/common';
import {
  ClerkWebhookModule,
  type ClerkWebhookOptions,
  OnClerkEvent,
  type WebhookDelivery,
  type WebhookEvent,
} from 'clerk-nestjs/webhooks';
import { type AppSetup, type Platform, startApp } from '../../nest/support/platforms.js';
import { type Delivery, deliver, SECRET } from './deliveries.js';

/** Takes every event, and notes it. */
@Injectable()
export class Recorder {
  readonly seen: string[] = [];
  readonly events: WebhookEvent[] = [];

  @OnClerkEvent('*')
  take(event: WebhookEvent, { id }: WebhookDelivery) {
    this.seen.push(`${event.type} ${id}`);
    this.events.push(event);
  }
}

/** An application with the endpoint, on a real socket. */
export interface WebhookApp {
  readonly origin: string;
  readonly port: number;
  readonly recorder: Recorder;
  deliver(delivery: Delivery, path?: string): ReturnType<typeof deliver>;
  close(): Promise<void>;
}

/** Starts an application with the endpoint and a handler for everything. */
export async function startWebhookApp(
  platform: Platform,
  options: ClerkWebhookOptions = {},
  { imports = [], providers = [], ...rest }: ModuleMetadata = {},
  setup: AppSetup = {},
): Promise<WebhookApp> {
  const module = ClerkWebhookModule.forRoot(
    options.signingSecrets ? options : { signingSecret: SECRET, ...options },
  );
  const root = { imports: [module, ...imports], providers: [Recorder, ...providers], ...rest };
  const { app, origin, port } = await startApp(platform, root, setup);
  return {
    origin,
    port,
    recorder: app.get(Recorder),
    deliver: (delivery, path) => deliver(origin, delivery, path),
    close: () => app.close(),
  };
}
