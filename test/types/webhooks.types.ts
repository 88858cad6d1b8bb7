/**
 * Checked by `tsc -p test/tsconfig.json`, never run: each `@ts-expect-error` fails the build when
 * the mistake below it starts to compile.
 */
import type { IncomingMessage } from 'node:http';
import type * as Vendor from '@clerk/backend/webhooks';
import type { Request as ExpressRequest } from 'express';
import {
  ClerkWebhookModule,
  InMemoryDeliveryStore,
  OnClerkEvent,
  type OrganizationWebhookEvent,
  type SessionWebhookEvent,
  type UserDeletedJSON,
  type UserJSON,
  type UserWebhookEvent,
  verifyWebhook,
  type WebhookDelivery,
  type WebhookEvent,
  type WebhookEventData,
  type WebhookEventOf,
  type WebhookEventType,
} from 'clerk-nestjs/webhooks';
import { exactly } from './exactly.js';

declare const event: WebhookEvent;
declare const eventType: WebhookEventType;
declare const vendorType: Vendor.WebhookEventType;
declare const request: Request;
declare const node: IncomingMessage;
declare const express: ExpressRequest;
declare const fastify: { raw: IncomingMessage; body: unknown };

if (event.type === 'user.created') exactly<UserJSON>()(event.data);
if (event.type === 'user.deleted') exactly<UserDeletedJSON>()(event.data);
exactly<WebhookEventType>()(event.type);
exactly<keyof WebhookEventData>()(eventType);
exactly<Promise<WebhookEvent>>()(verifyWebhook(request));

/** Every event that the vendor's types know is one of ours. */
export const known: WebhookEventType = vendorType;

export const taken = [
  verifyWebhook(node),
  verifyWebhook(express, { signingSecret: 'whsec_x' }),
  verifyWebhook(fastify),
  ClerkWebhookModule.forRoot({ signingSecrets: ['a', 'b'], store: new InMemoryDeliveryStore() }),
];

export class Accepted {
  @OnClerkEvent('user.created') one(_event: WebhookEventOf<'user.created'>) {}
  @OnClerkEvent('user.created') wider(_event: UserWebhookEvent) {}
  @OnClerkEvent('user.created') widest(_event: WebhookEvent) {}
  @OnClerkEvent('user.created') unknown(_event: unknown, _delivery: WebhookDelivery) {}
  @OnClerkEvent('user.created') none() {}
  @OnClerkEvent('user.created') async later(_event: UserWebhookEvent) {}
  @OnClerkEvent('user.created', 'user.updated', 'user.deleted') several(_e: UserWebhookEvent) {}
  @OnClerkEvent('user.created', 'session.ended') two(_e: UserWebhookEvent | SessionWebhookEvent) {}
  @OnClerkEvent(/^user/) pattern(_event: WebhookEvent) {}
  @OnClerkEvent('*') all(_event: WebhookEvent) {}
  @OnClerkEvent('user.created') part({ data: { id } }: { data: { id: string } }) {
    return id;
  }
}

export class Refused {
  // @ts-expect-error -- another event
  @OnClerkEvent('user.created') other(_event: OrganizationWebhookEvent) {}
  // @ts-expect-error -- another event of the same kind
  @OnClerkEvent('user.created') deleted(_event: WebhookEventOf<'user.deleted'>) {}
  // @ts-expect-error -- one event of two
  @OnClerkEvent('user.created', 'user.deleted') narrow(_event: WebhookEventOf<'user.created'>) {}
  // @ts-expect-error -- what an expression matches is not known to the compiler
  @OnClerkEvent(/^user/) pattern(_event: UserWebhookEvent) {}
  // @ts-expect-error -- any event is more than those of users
  @OnClerkEvent('*') all(_event: UserWebhookEvent) {}
  // @ts-expect-error -- the payload alone
  @OnClerkEvent('user.created') payload(_data: UserJSON) {}
  // @ts-expect-error -- there is no third argument
  @OnClerkEvent('user.created') three(_event: unknown, _delivery: unknown, _third: string) {}
  // @ts-expect-error -- no event
  @OnClerkEvent('user.create') name(_event: WebhookEvent) {}
  // @ts-expect-error -- no event at all
  @OnClerkEvent() empty(_event: WebhookEvent) {}
  // @ts-expect-error -- no method
  @OnClerkEvent('user.created') field = 1;
}

export const refused = () => [
  // @ts-expect-error -- no request
  verifyWebhook('body'),
  // @ts-expect-error -- no option of the vendor's
  verifyWebhook(request, { secret: 'x' }),
  // @ts-expect-error -- no option
  ClerkWebhookModule.forRoot({ secret: 'x' }),
  // @ts-expect-error -- no store
  ClerkWebhookModule.forRoot({ store: new Map() }),
];
