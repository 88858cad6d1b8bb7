import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { clerkMiddleware, getAuth } from '@clerk/express';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import { LocalClerk } from 'clerk-nestjs/testing';

process.env.CLERK_TELEMETRY_DISABLED = '1';

let clerk: LocalClerk;
let server: Server;
beforeAll(async () => {
  clerk = await LocalClerk.start();
  const app = express();
  app.use(clerkMiddleware(clerk.options));
  app.get('/me', (req, res) => {
    res.json({ userId: getAuth(req).userId });
  });
  server = createServer(app);
});
afterAll(() => clerk.stop());

describe("the vendor's Express middleware", () => {
  it('signs in with a token that curl would fetch', async () => {
    const token = await (await fetch(`${clerk.origin}/local/tokens/ada`)).text();
    const response = await request(server).get('/me').set('Authorization', `Bearer ${token}`);
    expect(response.body).toEqual({ userId: clerk.users.ada.id });
  });

  it.each(['garbage', 'a.b.c'])('signs nobody in with %s', async (token) => {
    const response = await request(server).get('/me').set('Authorization', `Bearer ${token}`);
    expect(response.body).toEqual({ userId: null });
  });

  it('signs nobody in with a token of another instance', async () => {
    const other = await LocalClerk.start();
    const token = other.mintSessionToken('ada');
    await other.stop();
    const response = await request(server).get('/me').set('Authorization', `Bearer ${token}`);
    expect(response.body).toEqual({ userId: null });
  });
});
