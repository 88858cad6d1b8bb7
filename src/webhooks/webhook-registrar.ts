import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost, ModuleRef, ModulesContainer } from '@nestjs/core';
import type { ServerResponse } from 'node:http';
import type { Subscription } from 'rxjs';
import type { Next } from '../nest/http/clerk-middleware.js';
import type { NodeRequest } from '../nest/http/node-request.js';
import { DeliveryDesk } from './delivery/delivery-desk.js';
import { WebhookEndpoint } from './endpoint/webhook-endpoint.js';
import { WebhookHandlers } from './handlers/webhook-handlers.js';
import { assertReachable } from './module-order.js';
import { missingSecret } from './missing-secret.js';
import type { WebhookSettings } from './webhook-settings.js';
import { CLERK_WEBHOOK_SETTINGS } from './tokens.js';

/**
 * Puts the endpoint in front of body parser and router, as `ClerkRegistrar` does with its middleware
 * and for the same reasons, and opens it once all handlers are known.
 */
@Injectable()
export class WebhookRegistrar implements OnModuleInit, OnModuleDestroy {
  readonly #subscription: Subscription;
  /** Not there while the application boots, and without a secret: then the path is not found. */
  #endpoint: WebhookEndpoint | undefined;

  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(ModuleRef) private readonly moduleRef: ModuleRef,
    @Inject(ModulesContainer) private readonly modules: ModulesContainer,
  ) {
    this.#subscription = host.init$.subscribe(() => this.#register());
  }

  onModuleInit(): void {
    const settings = this.moduleRef.get<WebhookSettings>(CLERK_WEBHOOK_SETTINGS);
    const handlers = this.moduleRef.get(WebhookHandlers).discover();
    // Scripts and workers take in no deliveries, and need not know the secret.
    const takesDeliveries = typeof this.host.httpAdapter?.use === 'function';
    const { secrets } = settings;
    if (takesDeliveries && handlers.length > 0) {
      if (!secrets) throw missingSecret(handlers);
      assertReachable(this.modules);
    }
    if (!secrets) return;
    this.#endpoint = new WebhookEndpoint(settings, secrets, new DeliveryDesk(handlers, settings));
  }

  onModuleDestroy(): void {
    this.#subscription.unsubscribe();
  }

  #register(): void {
    this.host.httpAdapter?.use?.((request: NodeRequest, response: ServerResponse, next: Next) => {
      return this.#endpoint ? this.#endpoint.handle(request, response, next) : next();
    });
  }
}
