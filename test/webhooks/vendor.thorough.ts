import { describe, expect, it } from '@jest/globals';
import { verifyWebhook as vendorVerifyWebhook } from '@clerk/backend/webhooks';
import { isWebhookEventType, verifyWebhook } from 'clerk-nestjs/webhooks';
import {
  asRequest,
  type Delivery,
  eventOf,
  OTHER_SECRET,
  SECRET,
  signed,
  withHeader,
  without,
} from './support/deliveries.js';

process.env.CLERK_TELEMETRY_DISABLED = '1';

const good = signed('user.created');
const spaced = (value: string) => `  ${value} `;

const DELIVERIES: readonly (readonly [string, Delivery])[] = [
  ['a good one', good],
  ['one with text', signed('x', { body: eventOf('sms.created', { message: '愛 🌍' }) })],
  ['one of an event that nobody knows', signed('sandwich.eaten')],
  ['one with spaces around its id', withHeader(good, 'svix-id', spaced)],
  ['one with spaces around its signature', withHeader(good, 'svix-signature', spaced)],
  ['an altered one', { headers: good.headers, body: `${good.body} ` }],
  ['one under another id', withHeader(good, 'svix-id', () => 'msg_0')],
  ['one at another time', withHeader(good, 'svix-timestamp', (time) => String(Number(time) - 1))],
  ['an old one', signed('x', { ageInSeconds: 305 })],
  ['one that is almost old', signed('x', { ageInSeconds: 295 })],
  ['one ahead of time', signed('x', { ageInSeconds: -305 })],
  ['one of somebody else', signed('x', { secret: OTHER_SECRET })],
  ['one without an id', without(good, 'svix-id')],
  ['one without a time', without(good, 'svix-timestamp')],
  ['one without a signature', without(good, 'svix-signature')],
  ['one with headers of the Standard Webhooks', renamed(good)],
  ['one that is no JSON', signed('x', { body: '{' })],
];

function renamed({ headers, body }: Delivery): Delivery {
  const entries = Object.entries(headers).map(([name, value]) => [
    name.replace('svix', 'webhook'),
    value,
  ]);
  return { headers: Object.fromEntries(entries), body };
}

describe("verifyWebhook() and the vendor's come to the same", () => {
  it.each(DELIVERIES)('about %s', async (_name, delivery) => {
    const options = { signingSecret: SECRET };
    const [ours, theirs] = await Promise.allSettled([
      verifyWebhook(asRequest(delivery), options),
      vendorVerifyWebhook(asRequest(delivery), options),
    ]);
    expect(ours.status).toBe(theirs.status);
    if (ours.status === 'rejected' || theirs.status === 'rejected') return;
    // The vendor leaves out when and where the event was made.
    const { timestamp, instance_id, ...event } = ours.value;
    expect(event).toEqual(theirs.value);
    expect([timestamp, instance_id]).toEqual([1_716_883_200_000, 'ins_1']);
  });
});

it('An event that this version does not know is returned, and is told from those that it does', async () => {
  const event = await verifyWebhook(asRequest(signed('sandwich.eaten')), { signingSecret: SECRET });
  expect([event.type, isWebhookEventType(event.type)]).toEqual(['sandwich.eaten', false]);
  expect(isWebhookEventType('toString')).toBe(false);
});
