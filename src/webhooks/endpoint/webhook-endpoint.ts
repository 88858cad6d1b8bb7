import type { ServerResponse } from 'node:http';
import { Logger } from '@nestjs/common';
import { ClerkConfigurationError } from '../../clerk-configuration-error.js';
import type { Next } from '../../nest/http/clerk-middleware.js';
import type { NodeRequest } from '../../nest/http/node-request.js';
import { requestBody } from '../body/request-body.js';
import type { DeliveryDesk } from '../delivery/delivery-desk.js';
import { isWebhookEventType } from '../events/event-types.js';
import type { WebhookEvent } from '../events/webhook-event.js';
import { parseEvent } from '../parse-event.js';
import { readDeliveryHeaders } from '../signature/delivery-headers.js';
import type { SigningSecrets } from '../signature/signing-secrets.js';
import type { WebhookDelivery } from '../webhook-delivery.js';
import type { WebhookSettings } from '../webhook-settings.js';
import { WebhookVerificationError } from '../webhook-verification-error.js';
import { type Answer, answer } from './answer.js';
import { CONFIGURATION, NOT_POST, OUTCOMES, refusal } from './answers.js';

/** Takes in the deliveries of Clerk, at one path, and lets everything else on. */
export class WebhookEndpoint {
  readonly #logger = new Logger('ClerkWebhookModule');
  readonly #noted = new Set<string>();

  constructor(
    private readonly settings: WebhookSettings,
    private readonly secrets: SigningSecrets,
    private readonly desk: DeliveryDesk,
  ) {}

  /** The middleware function. */
  handle(request: NodeRequest, response: ServerResponse, next: Next): void {
    if (pathOf(request) === this.settings.path) void this.#take(request, response);
    else next();
  }

  async #take(request: NodeRequest, response: ServerResponse): Promise<void> {
    answer(request, response, await this.#receive(request));
  }

  async #receive(request: NodeRequest): Promise<Answer> {
    if (request.method !== 'POST') return NOT_POST;
    try {
      const { event, delivery } = await this.#verify(request);
      this.#noteUnknown(event.type);
      return OUTCOMES[await this.desk.deliver(event, delivery)];
    } catch (error) {
      return this.#refuse(error);
    }
  }

  /** Headers first: without them it is no delivery, and nothing is read. */
  async #verify(
    request: NodeRequest,
  ): Promise<{ readonly event: WebhookEvent; readonly delivery: WebhookDelivery }> {
    const { bodyLimitInBytes, bodyTimeoutInMs, toleranceInSeconds } = this.settings;
    const headers = readDeliveryHeaders((name) => [request.headers[name]].flat().join(', '));
    const limits = { limitInBytes: bodyLimitInBytes, timeoutInMs: bodyTimeoutInMs };
    const body = await requestBody(request, request, limits);
    this.secrets.verify(body, headers, toleranceInSeconds);
    const delivery = { id: headers.id, timestampInSeconds: Number(headers.timestamp) };
    return { event: parseEvent(body), delivery };
  }

  #refuse(error: unknown): Answer {
    if (error instanceof WebhookVerificationError) {
      // Anybody can send what is no delivery, and must not fill the log with it.
      this.#once(error.reason, `Refused at ${this.settings.path}: ${error.message}`);
      return refusal(error);
    }
    const isKnown = error instanceof ClerkConfigurationError;
    this.#logger.error(
      isKnown ? `${error.message} ${this.#howToOrder()}` : 'A delivery could not be taken in.',
      error instanceof Error ? error.stack : undefined,
    );
    return CONFIGURATION;
  }

  #howToOrder(): string {
    return (
      `Something that was registered before ClerkWebhookModule reads the body of ${this.settings.path}: ` +
      'register it with app.use() in main.ts, or have it leave out that path.'
    );
  }

  #noteUnknown(type: string): void {
    if (isWebhookEventType(type)) return;
    this.#once(type, `No handler runs for ${type}: this version of clerk-nestjs does not know it.`);
  }

  #once(key: string, message: string): void {
    if (this.#noted.has(key)) this.#logger.debug(message);
    else this.#logger.warn(message);
    this.#noted.add(key);
  }
}

function pathOf({ url = '/', originalUrl = url }: NodeRequest): string {
  const [path = '/'] = originalUrl.split('?', 1);
  return path;
}
