import type { IncomingMessage, ServerResponse } from 'node:http';
import middie from '@fastify/middie';
import express from 'express';
import { fastify, type FastifyInstance } from 'fastify';
import { listen, type NastyServer, SECRET } from './nasty-server.js';

const LOOSE = {
  caseSensitive: false,
  ignoreTrailingSlash: true,
  ignoreDuplicateSlashes: true,
  useSemicolonDelimiter: true,
};

/** Fastify as it comes. */
export function fastifyRoutes(): Promise<NastyServer> {
  return serve(addRoutes(fastify()));
}

/** Fastify that overlooks whatever it can be told to. */
export function looseFastifyRoutes(): Promise<NastyServer> {
  return serve(addRoutes(fastify({ routerOptions: LOOSE })));
}

/** Everything that is not named is secret: what rules with exceptions are for. */
export function fastifyWithCatchAll(): Promise<NastyServer> {
  const app = fastify();
  for (const path of ['/open', '/open/:name']) app.get(path, () => 'open');
  for (const path of ['/', '/:tenant', '/*']) app.get(path, () => SECRET);
  return serve(app);
}

/** Files by a middleware below a path, which middie cuts off. */
export async function fastifyFiles(root: string): Promise<NastyServer> {
  const app = fastify();
  await app.register(middie);
  const vault = express().use(express.static(`${root}/vault`));
  const all = express().use(express.static(root));
  app.use(
    '/vault',
    (request: IncomingMessage, response: ServerResponse) => void vault(request, response),
  );
  app.use(
    '/files',
    (request: IncomingMessage, response: ServerResponse) => void all(request, response),
  );
  return serve(app);
}

function addRoutes(app: FastifyInstance): FastifyInstance {
  for (const path of ['/vault', '/vault/:door', '/vault/deep/*']) app.get(path, () => SECRET);
  for (const path of ['/open', '/open/:name']) app.get(path, () => 'open');
  return app;
}

async function serve(app: FastifyInstance): Promise<NastyServer> {
  await app.ready();
  const server = await listen((request, response) => app.routing(request, response));
  return {
    ...server,
    close: async () => {
      await server.close();
      await app.close();
    },
  };
}
