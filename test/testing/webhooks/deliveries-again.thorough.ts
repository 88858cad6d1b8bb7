import { describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { change, start, started, stops, until } from './delivering-clerk.js';
import { type Receiver, startReceiver } from './receiver.js';

function subjectsOf({ received }: Receiver): string[] {
  return received.map(({ body }) => /sess_2LocalClerk(Ada|Grace|Alan)/.exec(body)?.[1] ?? '');
}

describe('what is not answered by 2xx', () => {
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
