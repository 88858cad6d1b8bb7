import { createServer, type Server } from 'node:http';
import type { INestApplication } from '@nestjs/common';
import { ClerkModule, type ClerkOptions } from 'clerk-nestjs';
import { AppServers } from '../../../testing/app-servers.js';
import { type Platform, startApp } from '../../support/platforms.js';
import { PagesController } from './pages.controller.js';

/**
 * An address whose application is started later, so that a primary and its satellite can each be
 * told where the other is.
 */
export class Site {
  readonly #servers = new AppServers();
  #app: INestApplication | undefined;

  private constructor(
    private readonly server: Server,
    /** The host that browsers know it by, and keep its cookies for. */
    readonly host: string,
  ) {}

  /** The origin that browsers reach it at. */
  origin = '';

  /** @param host `localhost` or `127.0.0.1`: two sites to a browser. */
  static async reserve(host: string): Promise<Site> {
    const site = new Site(createServer(), host);
    site.origin = await site.#servers.start(site.server, host);
    return site;
  }

  /** Puts an application with these options there. */
  async serve(
    platform: Platform,
    options: ClerkOptions,
    controllers: readonly (new () => object)[] = [],
  ): Promise<void> {
    const { app } = await startApp(platform, {
      imports: [ClerkModule.forRoot(options)],
      controllers: [...controllers, PagesController],
    });
    this.#app = app;
    this.server.on('request', (request, response) => {
      app.getHttpServer().emit('request', request, response);
    });
  }

  /** Stops it all. */
  async close(): Promise<void> {
    this.#servers.stop();
    await this.#app?.close();
  }
}
