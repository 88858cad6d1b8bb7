import { describe, expect, it } from '@jest/globals';
import { LocalClerk, LocalInstance } from 'clerk-nestjs/testing';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { change, start, started, stops, until } from './delivering-clerk.js';
import { type Receiver, startReceiver } from './receiver.js';

function subjectsOf({ received }: Receiver): string[] {
  return received.map(({ body }) => /sess_2LocalClerk(Ada|Grace|Alan)/.exec(body)?.[1] ?? '');
}

describe('a delivery', () => {
  it('is signed with the secret of the instance, which follows from its secret key', async () => {
    const { receiver, clerk } = await started();
    change(clerk, 'ada');
    await clerk.webhooks.settled();
    expect(await receiver.events(clerk.webhookSigningSecret)).toMatchObject([
      { type: 'session.created' },
    ]);
    expect(clerk.webhookSigningSecret).toMatch(/^whsec_[\w+/]{32}$/);
    const [one, same, other] = await Promise.all(
      ['sk_test_one', 'sk_test_one', 'sk_test_other'].map(async (secretKey) => {
        const another = await LocalClerk.start({ secretKey });
        stops.push(() => another.stop());
        return another.webhookSigningSecret;
      }),
    );
    expect(one).toBe(same);
    expect(one).not.toBe(other);
  });

  it('is signed with the secret of an endpoint that has its own', async () => {
    const signingSecret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const { receiver, clerk } = await started(undefined, { signingSecret });
    change(clerk, 'ada');
    await clerk.webhooks.settled();
    expect(await receiver.events(signingSecret)).toHaveLength(1);
    await expect(receiver.events(clerk.webhookSigningSecret)).rejects.toMatchObject({
      reason: 'no_matching_signature',
    });
  });

  it('is signed at the real time, whatever the clock of the instance says', async () => {
    const receiver = await startReceiver();
    const instance = new LocalInstance({ now: () => Date.UTC(2040, 0, 1) });
    const clerk = await LocalClerk.start({ instance, webhooks: { url: receiver.url } });
    stops.push(() => clerk.stop().then(() => receiver.close()));
    change(clerk, 'ada');
    await clerk.webhooks.settled();
    const [event] = await receiver.events(clerk.webhookSigningSecret);
    expect(event).toMatchObject({ timestamp: Date.UTC(2040, 0, 1) });
  });

  it('is not what whoever makes the change waits for', async () => {
    const answers: ((status: number) => void)[] = [];
    const { receiver, clerk } = await started(
      () => new Promise<number>((resolve) => void answers.push(resolve)),
    );
    const response = await fetch(`${clerk.origin}/v1/users`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${clerk.secretKey}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ email_address: ['new@example.com'] }),
    });
    expect(response.status).toBe(200);
    expect(clerk.webhooks.deliveries()).toMatchObject([{ status: 'pending' }]);
    await until(() => answers.length === 1);
    answers[0]?.(200);
    await clerk.webhooks.settled();
    expect(clerk.webhooks.deliveries()).toMatchObject([{ status: 'delivered' }]);
    expect(receiver.received).toHaveLength(1);
  });

  it('says what happened then, whatever has happened since', async () => {
    const { receiver, clerk } = await started((_, count) => (count === 0 ? 500 : 200));
    const { ada } = clerk.users;
    const { users } = clerk.instance.store.directory;
    const record = users.get(ada.id);
    if (!record) throw new Error('Ada is not there.');
    users.put({ ...record, firstName: 'Augusta' });
    users.put({ ...record, firstName: 'Byron' });
    await clerk.webhooks.settled();
    const names = receiver.received.map(({ body }) => /"first_name":"(\w+)"/.exec(body)?.[1]);
    expect(names).toEqual(['Augusta', 'Augusta', 'Byron']);
  });
});

describe('what is not answered by 2xx', () => {
  it('comes again with the same id and body, a fresh time and signature, until it is', async () => {
    const { receiver, clerk } = await started((_, count) => [500, 404, 204][count] ?? 200, {
      retryDelaysInMs: [1_100, 10],
    });
    change(clerk, 'ada');
    await clerk.webhooks.settled();
    const { received } = receiver;
    expect(received).toHaveLength(3);
    expect(new Set(received.map(({ id }) => id)).size).toBe(1);
    expect(received[0]?.id).toMatch(/^msg_\w{27}$/);
    expect(new Set(received.map(({ body }) => body)).size).toBe(1);
    expect(Number(received[1]?.timestamp)).toBeGreaterThan(Number(received[0]?.timestamp));
    const signatures = received.map(({ request }) => request.headers.get('svix-signature'));
    expect(signatures[1]).not.toBe(signatures[0]);
    expect(await receiver.events(clerk.webhookSigningSecret)).toHaveLength(3);
    expect(clerk.webhooks.deliveries()).toEqual([
      {
        id: received[0]?.id,
        type: 'session.created',
        url: receiver.url,
        attempts: 3,
        status: 'delivered',
        lastStatus: 204,
      },
    ]);
  });

  it('comes again after 50 ms, 250 ms and so on', async () => {
    const { receiver, clerk } = await started((_, count) => (count < 2 ? 503 : 200), {
      retryDelaysInMs: undefined,
    });
    change(clerk, 'ada');
    await clerk.webhooks.settled();
    const [first = 0, second = 0, third = 0] = receiver.received.map(({ at }) => at);
    expect(second - first).toBeGreaterThanOrEqual(45);
    expect(third - second).toBeGreaterThanOrEqual(245);
    expect(clerk.webhooks.deliveries()).toMatchObject([{ attempts: 3 }]);
  });

  it('is given up after the last delay, and the next has its turn', async () => {
    const { receiver, clerk } = await started(({ body }) => (body.includes('Ada') ? 500 : 200));
    change(clerk, 'ada', 'alan');
    await clerk.webhooks.settled();
    expect(clerk.webhooks.deliveries()).toMatchObject([
      { attempts: 4, status: 'failed', lastStatus: 500 },
      { attempts: 1, status: 'delivered', lastStatus: 200 },
    ]);
    expect(receiver.received).toHaveLength(5);
  });

  it('is a redirect too, which is not followed', async () => {
    const { receiver, clerk } = await started((_, count) => (count === 0 ? 302 : 200));
    change(clerk, 'ada');
    await clerk.webhooks.settled();
    expect(clerk.webhooks.deliveries()).toMatchObject([{ attempts: 2, status: 'delivered' }]);
    expect(receiver.received.map(({ request }) => request.method)).toEqual(['POST', 'POST']);
  });

  it('is what nobody answers in time, or at all', async () => {
    const { receiver, clerk } = await started(
      (_, count) => (count === 0 ? new Promise<number>(() => {}) : 200),
      { timeoutInMs: 100 },
    );
    change(clerk, 'ada');
    await clerk.webhooks.settled();
    expect(clerk.webhooks.deliveries()).toMatchObject([{ attempts: 2, status: 'delivered' }]);
    await receiver.close();
    stops.splice(0, 1);
    change(clerk, 'grace');
    await clerk.webhooks.settled();
    expect(clerk.webhooks.deliveries()[1]).toMatchObject({
      attempts: 4,
      status: 'failed',
      lastStatus: undefined,
    });
  });

  it('is an answer that breaks off', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf'));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    stops.push(async () => once(server.close(), 'close'));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const clerk = await start({ url: `http://127.0.0.1:${port}/`, retryDelaysInMs: [10] });
    change(clerk, 'ada');
    await clerk.webhooks.settled();
    expect(clerk.webhooks.deliveries()).toMatchObject([{ attempts: 2, status: 'failed' }]);
  });
});

describe('the order', () => {
  it('is the one in which it happened, also past a failure', async () => {
    const { receiver, clerk } = await started((_, count) => (count === 0 ? 500 : 200));
    change(clerk, 'ada', 'grace', 'alan');
    await clerk.webhooks.settled();
    expect(subjectsOf(receiver)).toEqual(['Ada', 'Ada', 'Grace', 'Alan']);
  });

  it('of one endpoint is no other’s business', async () => {
    const { receiver: failing, clerk } = await started(() => 500, { retryDelaysInMs: [60_000] });
    const healthy = await startReceiver();
    stops.push(() => healthy.close());
    clerk.webhooks.deliverTo({ url: healthy.url });
    change(clerk, 'ada', 'grace');
    await until(() => healthy.received.length === 2);
    expect(failing.received).toHaveLength(1);
    expect(healthy.received[0]?.id).toBe(failing.received[0]?.id);
  });
});

describe('the events of an endpoint', () => {
  it('are those that it asks for', async () => {
    const { receiver, clerk } = await started(undefined, { events: ['session.ended'] });
    change(clerk, 'ada');
    const { store } = clerk.instance;
    store.sessions.end({ id: clerk.users.ada.sessionId }, Date.now());
    await clerk.webhooks.settled();
    expect(await receiver.events(clerk.webhookSigningSecret)).toMatchObject([
      { type: 'session.ended' },
    ]);
    expect(clerk.webhooks.deliveries()).toHaveLength(1);
  });
});

describe('replay()', () => {
  it('delivers an event again under its old id, whatever came of it', async () => {
    const { receiver, clerk } = await started(({ body }, count) =>
      body.includes('Ada') && count < 4 ? 500 : 200,
    );
    change(clerk, 'ada', 'grace');
    await clerk.webhooks.settled();
    const [ada, grace] = clerk.webhooks.deliveries();
    expect([ada?.status, grace?.status]).toEqual(['failed', 'delivered']);
    clerk.webhooks.replay(ada?.id ?? '');
    clerk.webhooks.replay(grace?.id ?? '');
    await clerk.webhooks.settled();
    expect(clerk.webhooks.deliveries()).toMatchObject([
      { id: ada?.id, attempts: 5, status: 'delivered' },
      { id: grace?.id, attempts: 2, status: 'delivered' },
    ]);
    const last = receiver.received.at(-1);
    expect(last?.id).toBe(grace?.id);
    expect(await receiver.events(clerk.webhookSigningSecret)).toHaveLength(7);
  });

  it('says so when it knows no such event', async () => {
    const { clerk } = await started();
    expect(() => clerk.webhooks.replay('msg_unknown')).toThrow(
      expect.objectContaining({ code: 'local_delivery_unknown' }),
    );
  });
});

describe('settled()', () => {
  it('waits for what a delivery leads to as well', async () => {
    const { receiver, clerk } = await started((_, count) => {
      if (count === 0) clerk.mintSessionToken('grace');
      return 200;
    });
    change(clerk, 'ada');
    await clerk.webhooks.settled();
    expect(subjectsOf(receiver)).toEqual(['Ada', 'Grace']);
  });

  it('has nothing to wait for at first', async () => {
    const clerk = await start();
    await expect(clerk.webhooks.settled()).resolves.toBeUndefined();
  });
});
