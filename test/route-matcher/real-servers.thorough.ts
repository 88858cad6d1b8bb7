import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClerkBadRequestException } from '../../src/nest/errors/clerk-exceptions.js';
import { type ProtectionRule, protectedPaths } from '../../src/route-matcher/protected-paths.js';
import * as expressServers from './servers/express-servers.js';
import * as fastifyServers from './servers/fastify-servers.js';
import { writeFiles } from './servers/files.js';
import { handWrittenFiles } from './servers/hand-written-server.js';
import type { NastyServer } from './servers/nasty-server.js';
import { KNOWN_TARGETS, randomTargets } from './servers/nasty-targets.js';

const TARGETS = [...KNOWN_TARGETS, ...randomTargets(120, 7)];
const VAULT: readonly ProtectionRule[] = [
  ['/vault(.*)', '/files/vault(.*)'],
  ['/vault', '/vault/:door', '/vault/deep/(.*)', '/vault/deep', '/files/vault/:file+'],
  [/^\/vault(?:\/.*)?$/, /^\/files\/vault\/.*$/],
  { except: ['/open', '/open/:name', '/files/open/(.*)'] },
];
const ALL_BUT_OPEN: readonly ProtectionRule[] = [
  { except: ['/open', '/open/:name'] },
  { except: /^\/open(?:\/[^/]+)?$/ },
];

let root: string;
beforeAll(async () => {
  root = await writeFiles();
});
afterAll(() => rm(root, { recursive: true }));

describe.each<[string, (files: string) => Promise<NastyServer>, readonly ProtectionRule[], number]>(
  [
    ["Express's router", expressServers.expressRoutes, VAULT, 15],
    ["Express's strict router", expressServers.strictExpressRoutes, VAULT, 12],
    ["Express's router below a mount path", expressServers.mountedExpressRoutes, VAULT, 15],
    ['Express with a handler for the rest', expressServers.expressWithCatchAll, ALL_BUT_OPEN, 100],
    ["Express's files", expressServers.expressFiles, VAULT, 25],
    ["Express's files below a mount path", expressServers.mountedExpressFiles, VAULT, 7],
    ["Fastify's router", fastifyServers.fastifyRoutes, VAULT, 18],
    ["Fastify's router with all its leniences", fastifyServers.looseFastifyRoutes, VAULT, 28],
    ['Fastify with a handler for the rest', fastifyServers.fastifyWithCatchAll, ALL_BUT_OPEN, 100],
    ["Express's files on Fastify", fastifyServers.fastifyFiles, VAULT, 9],
    ['a hand-written file server', handWrittenFiles, VAULT, 20],
  ],
)('%s', (_name, start, rules, fewest) => {
  let server: NastyServer;
  const leading: string[] = [];

  beforeAll(async () => {
    server = await start(root);
    const leads = await Promise.all(TARGETS.map((target) => server.leadsToSecret(target)));
    leading.push(...TARGETS.filter((_target, index) => leads[index]));
  }, 60_000);
  afterAll(() => server.close());

  it('leads to the secret by many targets, so that the rest says something', () => {
    expect(leading.length).toBeGreaterThanOrEqual(fewest);
  });

  it.each(rules)('hands out nothing that this rule does not protect: %o', (rule) => {
    const isProtected = protectedPaths(rule);
    expect(leading.filter((target) => !isRefused(isProtected, target))).toEqual([]);
  });
});

function isRefused(isProtected: (target: string) => boolean, target: string): boolean {
  try {
    return isProtected(target);
  } catch (error) {
    if (error instanceof ClerkBadRequestException) return true;
    throw error;
  }
}
