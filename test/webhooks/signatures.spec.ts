import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ClerkConfigurationError } from 'clerk-nestjs';
import { verifyWebhook, WebhookVerificationError } from 'clerk-nestjs/webhooks';
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

const verify = (delivery: Delivery, signingSecret = SECRET) =>
  verifyWebhook(asRequest(delivery), { signingSecret });

/** Why a delivery was refused. */
async function refusal(attempt: Promise<unknown>): Promise<WebhookVerificationError> {
  const error = await attempt.then(
    () => new Error('It was accepted.'),
    (reason: unknown) => reason,
  );
  if (error instanceof WebhookVerificationError) return error;
  throw error;
}

const reasonOf = async (delivery: Delivery, secret?: string) =>
  (await refusal(verify(delivery, secret))).reason;

const twoTogether = (one: Delivery, other: Delivery) =>
  withHeader(one, 'svix-signature', (own) => `${other.headers['svix-signature']} ${own}`);

describe('A delivery that the svix package signed', () => {
  it.each<[string, object]>([
    ['of a user', { id: 'user_1', first_name: 'Ada' }],
    ['with text of all scripts', { name: 'Ада 愛 🌍 \u2028 é' }],
    ['with what Go writes as escapes', { url: 'https://a.example/?a=1&b=<c>' }],
    ['of a megabyte', { text: 'é'.repeat(500_000) }],
    ['with an empty payload', {}],
  ])('verifies: %s', async (_name, data) => {
    const event = await verify(signed('user.created', { body: eventOf('user.created', data) }));
    expect(event).toEqual(JSON.parse(eventOf('user.created', data)));
  });

  it('verifies with the spaces that it was sent with', async () => {
    const body = JSON.stringify(JSON.parse(eventOf('user.created')), null, 3);
    expect((await verify(signed('user.created', { body }))).type).toBe('user.created');
  });

  it.each([299, -299])('verifies %s seconds after it was signed', async (ageInSeconds) => {
    expect((await verify(signed('user.created', { ageInSeconds }))).type).toBe('user.created');
  });
});

it('A delivery that was signed as the specification says, without any package, verifies', async () => {
  const body = eventOf('session.ended');
  const seconds = Math.floor(Date.now() / 1000);
  const key = Buffer.from(SECRET.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key).update(`msg_x.${seconds}.${body}`).digest('base64');
  const headers = {
    'svix-id': 'msg_x',
    'svix-timestamp': String(seconds),
    'svix-signature': `v1,${signature}`,
  };
  expect((await verify({ headers, body })).type).toBe('session.ended');
});

describe('A delivery is refused', () => {
  const good = signed('user.created');
  const { headers, body } = good;

  it.each<[string, Delivery]>([
    ['with an altered body', { headers, body: body.replace('user_1', 'user_2') }],
    ['with a space more in its body', { headers, body: `${body} ` }],
    ['with an empty body', { headers, body: '' }],
    ['under another id', withHeader(good, 'svix-id', (id) => `${id}0`)],
    [
      'with a time that was moved on',
      withHeader(good, 'svix-timestamp', (time) => String(Number(time) + 1)),
    ],
    ['signed with another secret', signed('user.created', { secret: OTHER_SECRET })],
    [
      'with the signature of another delivery',
      withHeader(good, 'svix-signature', () => String(signed('x').headers['svix-signature'])),
    ],
    [
      'with a signature of another version only',
      withHeader(good, 'svix-signature', (own) => own.replace('v1,', 'v1a,')),
    ],
    ['with a signature that is no base64', withHeader(good, 'svix-signature', () => 'v1,%%%')],
    ['with a version and no signature', withHeader(good, 'svix-signature', () => 'v1')],
    ['with an empty signature', withHeader(good, 'svix-signature', () => 'v1,')],
    ['with a part of its signature', withHeader(good, 'svix-signature', (own) => own.slice(0, -4))],
  ])('%s', async (_name, delivery) => {
    expect(await reasonOf(delivery)).toBe('no_matching_signature');
  });

  it('that was recorded and is sent again later', async () => {
    expect(await reasonOf(signed('user.created', { ageInSeconds: 301 }))).toBe('timestamp_too_old');
  });

  it('that was signed for a time to come', async () => {
    const ahead = signed('user.created', { ageInSeconds: -310 });
    expect(await reasonOf(ahead)).toBe('timestamp_too_new');
  });

  it.each(['', ' ', 'yesterday', '1e9', '-1', '0x10', '17e', `${Date.now()}x`, '9'.repeat(30)])(
    'with the time "%s"',
    async (time) => {
      const reason = await reasonOf(withHeader(good, 'svix-timestamp', () => time));
      expect(reason).toBe(time.trim() ? 'malformed_timestamp' : 'missing_headers');
    },
  );

  it('with its time in another spelling', async () => {
    const reason = await reasonOf(withHeader(good, 'svix-timestamp', (time) => `${time}.0`));
    expect(reason).toBe('malformed_timestamp');
  });

  it.each(['svix-id', 'svix-timestamp', 'svix-signature'])(
    'without %s, naming it and no other',
    async (name) => {
      const { reason, message } = await refusal(verify(without(good, name)));
      expect([reason, message.match(/svix-\w+/g)]).toEqual(['missing_headers', [name]]);
    },
  );

  it.each<[string, string]>([
    ['is no JSON', '{"type":'],
    ['is a list', '[]'],
    ['is null', 'null'],
    ['has no type', '{"data":{}}'],
    ['has a type that is no text', '{"type":1,"data":{}}'],
    ['has no data', '{"type":"user.created"}'],
    ['has a list for data', '{"type":"user.created","data":[]}'],
  ])('whose signed body %s', async (_name, malformed) => {
    expect(await reasonOf(signed('x', { body: malformed }))).toBe('malformed_event');
  });
});

describe('Several signatures in the header', () => {
  it('verify when one of them is right, wherever it stands', async () => {
    const good = signed('user.created');
    const foreign = signed('user.created', { secret: OTHER_SECRET });
    expect((await verify(twoTogether(good, foreign))).type).toBe('user.created');
    const last = withHeader(good, 'svix-signature', (own) => `v2,abc ${own} v1,def`);
    expect((await verify(last)).type).toBe('user.created');
  });

  it('are refused when none is', async () => {
    const one = signed('user.created', { secret: OTHER_SECRET });
    const delivery = twoTogether(one, signed('x', { secret: OTHER_SECRET }));
    expect(await reasonOf(delivery)).toBe('no_matching_signature');
  });
});

describe('The secret', () => {
  const bare = SECRET.slice('whsec_'.length);

  afterEach(() => {
    delete process.env.CLERK_WEBHOOK_SIGNING_SECRET;
  });

  it.each([
    ['with its prefix', SECRET],
    ['without its prefix', bare],
    ['with a line break behind it', `${SECRET}\n`],
  ])('is taken %s', async (_name, secret) => {
    expect((await verify(signed('user.created'), secret)).type).toBe('user.created');
  });

  it.each(['whsec_', 'whsec_%%%', 'sk_test_äöü', 'whsec_whsec_'])(
    'is refused as "%s", and is not in the error',
    async (secret) => {
      const attempt = verify(signed('user.created'), secret);
      const error = await attempt.catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(ClerkConfigurationError);
      expect(String(error)).toMatch(/signingSecret .*CLERK_WEBHOOK_SIGNING_SECRET/);
      if (secret !== 'whsec_') expect(String(error)).not.toContain(secret);
    },
  );

  it('is read from the environment at each call', async () => {
    process.env.CLERK_WEBHOOK_SIGNING_SECRET = SECRET;
    const event = await verifyWebhook(asRequest(signed('user.created')));
    expect(event.type).toBe('user.created');
    process.env.CLERK_WEBHOOK_SIGNING_SECRET = OTHER_SECRET;
    const attempt = verifyWebhook(asRequest(signed('user.created')));
    expect((await refusal(attempt)).reason).toBe('no_matching_signature');
  });

  it.each(['', undefined])('is asked for when it is %j, before anything is read', async (none) => {
    if (none !== undefined) process.env.CLERK_WEBHOOK_SIGNING_SECRET = none;
    const request = asRequest(signed('user.created'));
    await expect(verifyWebhook(request)).rejects.toThrow(
      /signingSecret is missing.*CLERK_WEBHOOK_SIGNING_SECRET/,
    );
    expect(request.bodyUsed).toBe(false);
  });
});

it('No error shows the secret, the body or the signature', async () => {
  const body = '{"type":"user.created","data":"ada@example.com"';
  const signature = String(signed('x', { body }).headers['svix-signature']);
  const attempts = [
    signed('x', { body }),
    signed('x', { body, secret: OTHER_SECRET }),
    signed('x', { body, ageInSeconds: 999 }),
    without(signed('x', { body }), 'svix-id'),
  ].map((delivery) => refusal(verify(delivery)));
  for (const { message, stack, cause } of await Promise.all(attempts)) {
    const shown = `${message} ${stack} ${String(cause)}`;
    expect(shown).not.toMatch(/ada@example|user\.created/);
    expect(shown).not.toContain(SECRET.slice(6));
    expect(shown).not.toContain(signature.slice(3));
  }
});
