import express, { type Express, type RequestHandler } from 'express';
import { listen, type NastyServer, SECRET } from './nasty-server.js';

const secret: RequestHandler = (_request, response) => void response.send(SECRET);
const open: RequestHandler = (_request, response) => void response.send('open');

/** Routes by name, below parameters, and by wildcards. */
function addRoutes(app: Express): Express {
  app.get('/vault', secret).get('/vault/:door', secret).get('/vault/deep/*path', secret);
  app.get('/open', open).get('/open/:name', open);
  return app;
}

/** Express as it comes: letters in any case, a slash at the end or none. */
export function expressRoutes(): Promise<NastyServer> {
  return listen(addRoutes(express()));
}

/** Express that tells cases and slashes apart. */
export function strictExpressRoutes(): Promise<NastyServer> {
  const app = express().set('case sensitive routing', true).set('strict routing', true);
  return listen(addRoutes(app));
}

/** A router below a mount path, in which the path starts anew. */
export function mountedExpressRoutes(): Promise<NastyServer> {
  const router = express.Router().get('/', secret).get('/:door', secret).get('/deep/*path', secret);
  return listen(express().use('/vault', router).use('/open', open));
}

/** Everything that is not named is secret: what rules with exceptions are for. */
export function expressWithCatchAll(): Promise<NastyServer> {
  return listen(express().get('/open', open).get('/open/:name', open).use(secret));
}

/** Files from the root of the server. */
export function expressFiles(root: string): Promise<NastyServer> {
  return listen(express().use(express.static(root)));
}

/** Files of the vault below its path. */
export function mountedExpressFiles(root: string): Promise<NastyServer> {
  return listen(express().use('/vault', express.static(`${root}/vault`)));
}
