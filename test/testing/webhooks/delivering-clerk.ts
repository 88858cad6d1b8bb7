import { afterEach } from '@jest/globals';
import { LocalClerk, type LocalWebhookEndpoint } from 'clerk-nestjs/testing';
import { type Answer, type Receiver, startReceiver } from './receiver.js';

/** What is stopped after each test, the last first. */
export const stops: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

/** A receiver, and an instance that delivers to it, with short delays. */
export async function started(
  answer?: Answer,
  changes: Partial<LocalWebhookEndpoint> = {},
): Promise<{ receiver: Receiver; clerk: LocalClerk }> {
  const receiver = await startReceiver(answer);
  stops.push(() => receiver.close());
  const retryDelaysInMs = [10, 20, 30];
  const clerk = await start({ url: receiver.url, retryDelaysInMs, ...changes });
  return { receiver, clerk };
}

/** An instance that delivers to these endpoints. */
export async function start(...webhooks: LocalWebhookEndpoint[]): Promise<LocalClerk> {
  const clerk = await LocalClerk.start({ webhooks });
  stops.push(() => clerk.stop());
  return clerk;
}

/** Begins a session, which is one event each. */
export function change(clerk: LocalClerk, ...users: string[]): void {
  for (const user of users) clerk.mintSessionToken(user);
}

/** Waits for a condition, for some seconds. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('What was waited for did not happen.');
}
