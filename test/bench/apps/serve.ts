// oxlint-disable-next-line import/no-unassigned-import -- Nest needs it
import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { answerParent } from '../processes/answer-parent.js';
import type { Peer, PeerName } from './peer.js';

/** What a server says about itself; CPU and memory are those of the whole process. */
export interface ServerUsage {
  /** User and system, all threads, since the process began; in microseconds. */
  readonly cpuInUs: number;
  /** In bytes, as they are. */
  readonly rss: number;
  /** In bytes; after a garbage collection where that was asked for. */
  readonly heapUsed: number;
}

/** Only the one that is served is loaded: what it needs counts as its start-up time and memory. */
const PEERS: Record<PeerName, () => Promise<{ peer: Peer }>> = {
  bare: () => import('./bare.js'),
  ideal: () => import('./ideal.js'),
  naive: () => import('./naive.js'),
  ours: () => import('./ours.js'),
  vendor: () => import('./vendor.js'),
};

async function createApp({ module }: Peer, platform: string): Promise<INestApplication> {
  if (platform === 'express') return NestFactory.create(module, { logger: false });
  const { FastifyAdapter } = await import('@nestjs/platform-fastify');
  return NestFactory.create(module, new FastifyAdapter(), { logger: false });
}

function usage(collect: boolean): ServerUsage {
  if (collect) globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  return { cpuInUs: user + system, rss, heapUsed };
}

const [name, platform = 'express'] = process.argv.slice(2);
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the parent is ours, and a wrong name fails in the next line
const { peer } = await PEERS[name as PeerName]();
const app = await createApp(peer, platform);
peer.prepare?.(app);
await app.listen(0, '127.0.0.1');
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a server that listens on a port has such an address
const { port } = app.getHttpServer().address() as AddressInfo;
answerParent({
  url: () => `http://127.0.0.1:${port}`,
  usage: () => usage(false),
  collectedUsage: () => usage(true),
});
