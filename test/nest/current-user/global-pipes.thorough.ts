import { describe, expect, it } from '@jest/globals';
import type { ArgumentMetadata } from '@nestjs/common';
import { APP_PIPE } from '@nestjs/core';
import { ClerkModule } from 'clerk-nestjs';
import { backendApiForTests } from '../../client/backend-api-server.js';
import { askedOf } from '../options/recorded-clerk.js';
import { PLATFORMS, startApp } from '../support/platforms.js';
import { as, ask, connectionTo, instance, userAppsForTests, UsersController } from './user-apps.js';

const api = await backendApiForTests();
const { ada } = instance.users;
const adaAnswer = { id: ada.id, name: `Name of ${ada.id}` };

/** A global pipe that works on custom parameters too, and what it got to see. */
function customPipe(change: (value: unknown) => unknown) {
  const seen: unknown[] = [];
  const transform = (value: unknown, { type }: ArgumentMetadata) => {
    if (type !== 'custom') return value;
    seen.push(value);
    return change(value);
  };
  return { transform, seen };
}

/** Express's and Fastify's requests have headers, users don't. */
const isRequest = (value: unknown) => 'headers' in Object(value);

describe.each(PLATFORMS)('other global pipes on %s', (platform) => {
  const open = userAppsForTests(api);

  it('never get to see the request in place of the user', async () => {
    const pipe = customPipe((value) => value);
    const app = await open(platform, { configure: (built) => built.useGlobalPipes(pipe) });
    expect((await app.ask('/twice', 'ada')).body).toMatchObject(adaAnswer);
    expect(pipe.seen.map(isRequest)).not.toContain(true);
    expect(askedOf(api.requests)).toEqual([`GET /v1/users/${ada.id}`]);
  });

  it('don’t break it by copying what they get', async () => {
    const pipe = customPipe((value) => (value === null ? null : { ...Object(value) }));
    const app = await open(platform, { configure: (built) => built.useGlobalPipes(pipe) });
    expect((await app.ask('/mine', 'ada')).body).toEqual(adaAnswer);
    expect((await app.ask('/open')).body).toEqual({ user: null });
  });

  it('are in its way neither as APP_PIPE', async () => {
    const pipe = customPipe((value) => value);
    const metadata = {
      imports: [ClerkModule.forRoot(connectionTo(api))],
      controllers: [UsersController],
      providers: [{ provide: APP_PIPE, useValue: pipe }],
    };
    const { app, origin } = await startApp(platform, metadata);
    expect((await ask(`${origin}/mine`, as('ada'))).body).toEqual(adaAnswer);
    expect(pipe.seen.map(isRequest)).not.toContain(true);
    await app.close();
  });
});
