import { RequestMethod } from '@nestjs/common';
import { type Attempt, knock, type Reach } from '../attempt.js';
import { get } from '../raw-request.js';
import { configured } from '../shapes.js';

const home = get('/api/vault');
const PREFIX = configured((app) => app.setGlobalPrefix('api'), home);
const EXCLUDED = configured(
  (app) => app.setGlobalPrefix('api', { exclude: ['vault', 'health'] }),
  get('/vault'),
);
const EXCLUDED_TREE = configured(
  (app) => app.setGlobalPrefix('api', { exclude: ['vault/*rest'] }),
  home,
);

const EXCLUDED_GET = configured(
  (app) => app.setGlobalPrefix('api', { exclude: [{ path: 'vault', method: RequestMethod.GET }] }),
  get('/vault'),
);

const UNDER_PREFIX: readonly (readonly [string, string, Reach])[] = [
  ['the path under it', '/api/vault', 'both'],
  ['the path without it', '/vault', 'neither'],
  ['encoded', '/%61pi/vault', 'fastify'],
  ['in capital letters', '/API/vault', 'express'],
  ['twice', '/api/api/vault', 'neither'],
  ['a double slash before it', '//api/vault', 'neither'],
  ['a double slash after it', '/api//vault', 'neither'],
  ['an encoded slash after it', '/api%2Fvault', 'neither'],
  ['HEAD', '/api/vault', 'both'],
];

/** Global prefixes, which decide where Nest's own middleware runs. */
export const PREFIX_ATTEMPTS: readonly Attempt[] = [
  ...UNDER_PREFIX.map(([name, target, reaches]) => {
    const line = name === 'HEAD' ? `HEAD ${target} HTTP/1.1` : `GET ${target} HTTP/1.1`;
    return knock(`a global prefix: ${name}`, PREFIX, { request: { line }, reaches });
  }),
  knock('a route that is excluded from the global prefix', EXCLUDED, {
    request: get('/vault'),
    reaches: 'both',
  }),
  knock('an excluded route, under the global prefix', EXCLUDED, {
    request: get('/api/vault'),
    reaches: 'neither',
  }),
  knock('an excluded route, percent-encoded', EXCLUDED, {
    request: get('/%76ault'),
    reaches: 'fastify',
  }),
  knock('a route excluded by a wildcard', EXCLUDED_TREE, {
    request: get('/vault/door'),
    reaches: 'both',
  }),
  knock('a route beside the wildcard that is not excluded', EXCLUDED_TREE, {
    request: get('/vault'),
    reaches: 'neither',
  }),
  knock('a route of another method than the excluded one', EXCLUDED_GET, {
    request: { line: 'OPTIONS /api/vault HTTP/1.1' },
    reaches: 'both',
  }),
  knock('HEAD where GET is excluded from the global prefix', EXCLUDED_GET, {
    request: { line: 'HEAD /vault HTTP/1.1' },
    reaches: 'both',
  }),
];
