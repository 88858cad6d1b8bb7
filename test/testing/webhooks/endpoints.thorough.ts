import { describe, expect, it } from '@jest/globals';
import { LocalClerk, LocalInstance, type LocalWebhookEndpoint } from 'clerk-nestjs/testing';
import { verifyWebhook } from 'clerk-nestjs/webhooks';
import { change, start, started, stops, until } from './delivering-clerk.js';
import { startReceiver } from './receiver.js';

describe('stop()', () => {
  it('breaks off a delivery, forgets the next attempt and leaves no connection open', async () => {
    const { receiver, clerk } = await started(() => new Promise<number>(() => {}));
    const refusing = await startReceiver(() => 500);
    stops.push(() => refusing.close());
    clerk.webhooks.deliverTo({ url: refusing.url, retryDelaysInMs: [60_000] });
    change(clerk, 'ada', 'grace');
    await until(() => receiver.received.length === 1 && refusing.received.length === 1);
    const before = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    await clerk.stop();
    await clerk.webhooks.settled();
    await until(async () => (await receiver.connections()) === 0);
    expect(await refusing.connections()).toBe(0);
    const after = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    expect(after).toBeLessThanOrEqual(before);
    expect(receiver.received).toHaveLength(1);
    expect(clerk.webhooks.deliveries()).toHaveLength(4);
    expect(clerk.webhooks.deliveries().every(({ status }) => status === 'pending')).toBe(true);
  });

  it('ends it for an instance that lives on', async () => {
    const receiver = await startReceiver();
    stops.push(() => receiver.close());
    const instance = new LocalInstance();
    const clerk = await LocalClerk.start({ instance, webhooks: { url: receiver.url } });
    await clerk.stop();
    instance.mintSessionToken('ada');
    await clerk.webhooks.settled();
    expect(clerk.webhooks.deliveries()).toEqual([]);
    expect(receiver.received).toEqual([]);
  });
});

describe('between two deliveries', () => {
  it('no connection stays open', async () => {
    const { receiver, clerk } = await started();
    change(clerk, 'ada', 'grace', 'alan');
    await clerk.webhooks.settled();
    await until(async () => (await receiver.connections()) === 0);
  });
});

describe('an endpoint that can not be', () => {
  it.each<[string, Partial<LocalWebhookEndpoint>, string]>([
    ['another machine', { url: 'http://example.com/hooks' }, 'url'],
    ['a subdomain of localhost', { url: 'http://evil.localhost/' }, 'url'],
    ['any address', { url: 'http://0.0.0.0:3000/' }, 'url'],
    ['credentials', { url: 'http://ada:secret@localhost/' }, 'url'],
    ['https', { url: 'https://localhost/' }, 'url'],
    ['no URL', { url: '/webhooks' }, 'url'],
    ['a secret that is none', { signingSecret: 'whsec_!' }, 'signingSecret'],
    ['a delay that is none', { retryDelaysInMs: [-1] }, 'retryDelaysInMs'],
    ['no time to answer', { timeoutInMs: 0 }, 'timeoutInMs'],
  ])('is refused and named: %s', async (_, changes, member) => {
    const endpoint = { url: 'http://localhost:3000/', ...changes };
    const expected = expect.objectContaining({
      code: 'local_clerk_options_invalid',
      message: expect.stringContaining(`\`webhooks.${member}\``),
    });
    await expect(LocalClerk.start({ webhooks: endpoint })).rejects.toEqual(expected);
    await expect(LocalClerk.start({ webhooks: endpoint })).rejects.toEqual(
      expect.objectContaining({ message: expect.not.stringContaining('secret@') }),
    );
    const clerk = await start();
    expect(() => clerk.webhooks.deliverTo(endpoint)).toThrow(expected);
  });

  it('is one for events that there are not', async () => {
    const clerk = await start();
    const events = JSON.parse('["user.creatd"]');
    expect(() => clerk.webhooks.deliverTo({ url: 'http://localhost:1/', events })).toThrow(
      /webhooks\.events.*user\.creatd/,
    );
  });
});

describe('what an application is told', () => {
  it('is the secret among the variables, with a proxy or without', async () => {
    const clerk = await start();
    const secret = { CLERK_WEBHOOK_SIGNING_SECRET: clerk.webhookSigningSecret };
    expect(clerk.env).toMatchObject(secret);
    expect(clerk.proxiedEnv()).toMatchObject(secret);
    expect(await signedBy(clerk)).toBe(true);
  });

  async function signedBy(clerk: LocalClerk): Promise<boolean> {
    const receiver = await startReceiver();
    stops.push(() => receiver.close());
    clerk.webhooks.deliverTo({ url: receiver.url });
    change(clerk, 'ada');
    await clerk.webhooks.settled();
    const request = receiver.received[0]?.request;
    const signingSecret = clerk.env.CLERK_WEBHOOK_SIGNING_SECRET;
    return request !== undefined && Boolean(await verifyWebhook(request, { signingSecret }));
  }
});
