import type { IncomingMessage, ServerResponse } from 'node:http';
import { type DynamicModule, Inject, Module } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { getAuth } from 'clerk-nestjs';

/** A middleware as Express and Fastify both run it, on Node's own request. */
export type Middleware = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

/** Whether our middleware has had the request. */
function isSeen(request: IncomingMessage): boolean {
  try {
    getAuth(request);
    return true;
  } catch {
    return false;
  }
}

const EARLY = 'early-middleware';

/** What another library does that wants to come first, and is imported before us. */
@Module({})
export class EarlyModule {
  constructor(
    @Inject(HttpAdapterHost) host: HttpAdapterHost,
    @Inject(EARLY) middleware: Middleware,
  ) {
    host.init$.subscribe(() =>
      host.httpAdapter.use(((request, response, next) => {
        if (isSeen(request)) next(new Error('The early middleware came after ours.'));
        else middleware(request, response, next);
      }) satisfies Middleware),
    );
  }

  /** A module that runs a middleware before those of the modules after it. */
  static running(middleware: Middleware): DynamicModule {
    return { module: EarlyModule, providers: [{ provide: EARLY, useValue: middleware }] };
  }
}
