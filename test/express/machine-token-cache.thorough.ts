import { describe, expect, it } from '@jest/globals';
import express from 'express';
import { authenticateRequest, clerkMiddleware, getAuth, requireAuth } from 'clerk-nestjs';
import { recordedClerkForTests } from '../nest/options/recorded-clerk.js';
import { bearer } from '../nest/support/callers.js';
import { serversForTests } from './support/express-server.js';

const recorded = recordedClerkForTests();
const start = serversForTests();

const connection = () => ({ ...recorded.clerk.options, apiUrl: recorded.apiUrl });
const verifications = () => recorded.asked().filter((call) => call.endsWith('/verify')).length;

/** Who is told of a token's subject, three times. */
async function subjectsAt(origin: string, token: string): Promise<unknown[]> {
  const subjects: unknown[] = [];
  for (let time = 0; time < 3; time += 1) {
    const response = await fetch(origin, { headers: bearer(token) });
    subjects.push(await response.json());
  }
  return subjects;
}

describe('an opaque token on plain Express', () => {
  it.each([
    ['clerkMiddleware()', clerkMiddleware],
    ['requireAuth()', requireAuth],
  ])('is asked about once for many by %s', async (_name, middleware) => {
    const app = express();
    app.use(middleware(connection()));
    app.use((request, response) => {
      response.json(getAuth(request, { acceptsToken: 'api_key' }).subject);
    });
    const { origin } = await start(app);
    const { token } = recorded.clerk.createApiKey({ subject: 'ada' });
    const { id } = recorded.clerk.users.ada;
    expect(await subjectsAt(origin, token)).toEqual([id, id, id]);
    expect(verifications()).toBe(1);
  });

  it('is asked about each time by clerkMiddleware({ machineTokenCache: false })', async () => {
    const app = express();
    app.use(clerkMiddleware({ ...connection(), machineTokenCache: false }));
    app.use((request, response) => {
      response.json(getAuth(request, { acceptsToken: 'api_key' }).subject);
    });
    const { origin } = await start(app);
    await subjectsAt(origin, recorded.clerk.createApiKey({ subject: 'ada' }).token);
    expect(verifications()).toBe(3);
  });

  it('is asked about each time by authenticateRequest(), as by the vendor’s', async () => {
    const { id, token } = recorded.clerk.createApiKey({ subject: 'ada' });
    const authenticate = async () => {
      const request = new Request('https://app.example', { headers: bearer(token) });
      const options = { ...connection(), acceptsToken: 'api_key' } as const;
      return (await authenticateRequest(request, options)).isAuthenticated;
    };
    expect([await authenticate(), await authenticate()]).toEqual([true, true]);
    expect(verifications()).toBe(2);
    recorded.clerk.revokeApiKey(id);
    expect(await authenticate()).toBe(false);
  });
});
