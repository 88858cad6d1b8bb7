import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { Controller, Get, Module, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  Auth,
  ClerkAuthGuard,
  ClerkClient,
  ClerkModule,
  RequirePermission,
  type SignedInAuthObject,
} from 'clerk-nestjs';
import { LocalClerk } from 'clerk-nestjs/testing';

@Controller('articles')
@UseGuards(ClerkAuthGuard)
class ArticlesController {
  constructor(private readonly clerk: ClerkClient) {}

  @Get()
  list(@Auth() auth: SignedInAuthObject) {
    return this.clerk.users.getUser(auth.userId);
  }

  @Get('manage')
  @RequirePermission('org:articles:manage')
  manage() {
    return {};
  }
}

@Module({ imports: [ClerkModule.forRoot()], controllers: [ArticlesController] })
class AppModule {}

const clerk = await LocalClerk.start();
Object.assign(process.env, clerk.env);
const app = await NestFactory.create(AppModule, { logger: false });
await app.listen(0, '127.0.0.1');
const { port } = app.getHttpServer().address() as AddressInfo;

const status = async (path: string, user?: string) => {
  const headers = user ? { authorization: `Bearer ${clerk.mintSessionToken(user)}` } : undefined;
  return (await fetch(`http://127.0.0.1:${port}${path}`, { headers })).status;
};
assert.deepEqual(
  [
    await status('/articles', 'ada'),
    await status('/articles'),
    await status('/articles/manage', 'ada'),
    await status('/articles/manage', 'grace'),
  ],
  [200, 401, 200, 403],
);
await app.close();
await clerk.stop();
console.log('The packed package answers 200, 401 and 403 in a fresh application.');
