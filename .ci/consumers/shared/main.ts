import type { AddressInfo } from 'node:net';
import { type AbstractHttpAdapter, NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { LocalClerk } from 'clerk-nestjs/testing';
import { AppModule } from './app.module.js';

/** What is asked of the application, by the status that has to come back. */
const questions: { status: number; path: string; user?: string }[] = [
  { status: 200, path: '/articles', user: 'ada' },
  { status: 200, path: '/articles/manage', user: 'ada' },
  { status: 401, path: '/articles' },
  { status: 403, path: '/articles/manage', user: 'grace' },
];

async function main(adapter: AbstractHttpAdapter) {
  const clerk = await LocalClerk.start();
  Object.assign(process.env, clerk.env);
  const app = await NestFactory.create(AppModule, adapter, { logger: ['error', 'warn'] });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;

  const answers: { wanted: number; got: number }[] = [];
  for (const { status, path, user } of questions) {
    const headers = user ? { authorization: `Bearer ${clerk.mintSessionToken(user)}` } : undefined;
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
    answers.push({ wanted: status, got: response.status });
    await response.arrayBuffer();
  }
  await app.close();
  await clerk.stop();
  // Nothing ends the process: one that hangs has left something open, and the time-out finds it.
  console.log(JSON.stringify({ node: process.versions.node, answers }));
}

// Not awaited at the top level: the same source becomes a CommonJS module, which can't.
void main(process.argv[2] === 'fastify' ? new FastifyAdapter() : new ExpressAdapter());
