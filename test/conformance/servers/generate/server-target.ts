import type { Platform } from '../../../nest/support/platforms.js';
import type { Random } from '../../generate/random.js';
import { SERVER_ORIGIN, type Wire } from './server-scenario.js';

/** What a request line can say in place of a path; and `*`, which Fastify's router knows nothing of. */
const ODD_TARGETS = [
  '//x',
  '//',
  '///x',
  '/%2e%2e',
  '/%',
  '/%ff/a',
  '/%2e%2e//evil.example/a',
  '/\\evil.example/a',
  '/a/%2e%2e/orgs/acme',
  '/%2F/evil.example',
  'http://',
  'http://[x/a',
  'http://user@evil.example/a',
  'http://user:word@evil.example/a',
  'HTTP://EVIL.example:80/a',
];

const ORIGINS = [
  'https://satellite.example.net',
  'http://localhost:3000',
  'https://app.example.com',
  'http://evil.example',
];

/** A target as it is read, and how it is written. */
export interface ServerTarget {
  readonly origin: string;
  readonly target: string;
  readonly wire: Pick<Wire, 'origin'>;
}

/** Mostly the path that is given; at times with an origin, or something odd instead. */
export function serverTarget(random: Random, path: string, platform: Platform): ServerTarget {
  const text = random.weighted([
    [platform === 'express' ? 86 : 79, () => path],
    [9, () => `${random.pick(ORIGINS)}${path}`],
    [12, () => random.pick(platform === 'express' ? [...ODD_TARGETS, '*'] : ODD_TARGETS)],
  ]);
  return readTarget(text);
}

/** Reads a target as a URL parser does: two slashes at its start begin a host. */
export function readTarget(text: string): ServerTarget {
  const plain = { origin: SERVER_ORIGIN, target: text, wire: {} };
  if (!URL.canParse(text, SERVER_ORIGIN)) return plain;
  const { origin } = new URL(text, SERVER_ORIGIN);
  const start = /^(?:[a-z]+:)?[/\\]{2,}[^/\\?]*/i.exec(text)?.[0];
  if (start === undefined) return plain;
  return {
    origin,
    target: text.slice(start.length) || '/',
    wire: { origin: { origin, text: start } },
  };
}
