export type { WebhookApi, WebhooksSvixJSON } from './webhook-api.js';
