import { describe, expect, it } from '@jest/globals';
import { LocalClerk, LocalInstance } from 'clerk-nestjs/testing';
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
