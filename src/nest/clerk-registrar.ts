import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost, ModuleRef } from '@nestjs/core';
import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Subscription } from 'rxjs';
import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import { TenantContext } from '../tenants/tenant-context.js';
import { adaptFastify } from './http/fastify.js';
import { leavesFieldsToExpress, prepareForExpress } from './http/express-fields.js';
import { ClerkMiddleware, type Next } from './http/clerk-middleware.js';
import type { NodeRequest } from './http/node-request.js';
import { prepareRequest } from './http/request-state.js';
import { ProxyGate } from './proxy/proxy-gate.js';

/**
 * Puts the middleware in front: before `app.use()` of `main.ts`, the body parser and the router, on
 * every path and under any global prefix. Nest's `MiddlewareConsumer` runs after the body parser
 * and not for every path, so the adapter itself is asked, at the moment it exists.
 *
 * It depends on nothing that can be asynchronous: a provider that had to wait for options would
 * subscribe too late, and whatever registered meanwhile would come first.
 */
@Injectable()
export class ClerkRegistrar implements OnModuleInit, OnModuleDestroy {
  readonly #subscription: Subscription;
  #middleware: ClerkMiddleware | undefined;
  #context: TenantContext | undefined;
  #gate: ProxyGate | undefined;
  #server: EventEmitter | undefined;
  #prepare: (request: NodeRequest, response: ServerResponse) => void = prepareRequest;

  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(ModuleRef) private readonly moduleRef: ModuleRef,
  ) {
    this.#subscription = host.init$.subscribe(() => this.#register());
  }

  onModuleInit(): void {
    this.#middleware = this.moduleRef.get(ClerkMiddleware);
    this.#context = this.moduleRef.get(TenantContext);
    this.#gate = this.moduleRef.get(ProxyGate);
    const adapter = this.host.httpAdapter;
    // Not before: until now there may have been no server.
    this.#server = httpServerOf(adapter);
    const isExpress = adapter?.getType?.() === 'express';
    if (isExpress && leavesFieldsToExpress(adapter.getInstance()))
      this.#prepare = prepareForExpress;
    this.#server?.prependListener('request', this.#prepare);
  }

  onModuleDestroy(): void {
    this.#subscription.unsubscribe();
    this.#server?.off('request', this.#prepare);
  }

  #register(): void {
    // Standalone applications and pure microservices have no adapter.
    const adapter = this.host.httpAdapter;
    adapter?.use?.((request: NodeRequest, response: ServerResponse, next: Next) => {
      if (this.#gate?.take(request, response, next)) return;
      if (this.#middleware) return this.#middleware.handle(request, response, next);
      // Fail closed: better no answer than one without authentication.
      return next(new ClerkConfigurationError('A request came in before the application was up.'));
    });
    adaptFastify(adapter?.getInstance(), (request, done) =>
      this.#context ? this.#context.resume(request, done) : done(),
    );
  }
}

/** The server of an adapter, where it is one of Node's. */
function httpServerOf(
  adapter: HttpAdapterHost['httpAdapter'] | undefined,
): EventEmitter | undefined {
  const server: unknown = adapter?.getHttpServer?.();
  return server instanceof EventEmitter ? server : undefined;
}
