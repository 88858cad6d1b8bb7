import { type ClientRequest, request as httpRequest } from 'node:http';
import { Webhook } from 'standardwebhooks';
import type { CheckedEndpoint } from './local-webhook-endpoint.js';
import type { WebhookMessage } from './webhook-message.js';

/**
 * Signs a message and posts it, once.
 *
 * @param signal Breaks it off.
 * @returns The status of the answer, redirects included, as none is followed; undefined without one.
 */
export function postMessage(
  { id, body }: WebhookMessage,
  { url, signingSecret, timeoutInMs }: CheckedEndpoint,
  signal: AbortSignal,
): Promise<number | undefined> {
  // The real time, whatever clock the instance has: whoever verifies goes by that.
  const sentAt = new Date();
  const request = httpRequest(url, {
    method: 'POST',
    // A connection of its own, which is closed with the answer: none is left to hold up anything.
    agent: false,
    signal,
    headers: {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
      'User-Agent': 'LocalClerk-Webhooks',
      'svix-id': id,
      'svix-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
      'svix-signature': new Webhook(signingSecret).sign(id, sentAt, body),
    },
  });
  const status = statusOf(request, timeoutInMs);
  request.end(body);
  return status;
}

function statusOf(request: ClientRequest, timeoutInMs: number): Promise<number | undefined> {
  const timer = setTimeout(() => request.destroy(), timeoutInMs).unref();
  return new Promise((resolve) => {
    request.once('response', (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.statusCode));
      // Half an answer is none.
      answer.on('error', () => resolve(undefined));
    });
    request.on('error', () => resolve(undefined));
    request.once('close', () => clearTimeout(timer));
  });
}
