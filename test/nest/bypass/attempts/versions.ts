import type { IncomingMessage } from 'node:http';
import { type VersioningOptions, VersioningType } from '@nestjs/common';
import { ClerkModule } from 'clerk-nestjs';
import type { Shape } from '../arena.js';
import { type Attempt, knock, type Reach } from '../attempt.js';
import { VersionedLobbyController, VersionedVaultController } from '../controllers.js';
import { get, type RawRequest } from '../raw-request.js';

/** The first version is protected; the second, of the same path, is open. */
function versioned(options: VersioningOptions, home: RawRequest): Shape {
  return {
    metadata: (clerk) => ({
      imports: [ClerkModule.forRoot(clerk.options)],
      controllers: [VersionedLobbyController, VersionedVaultController],
    }),
    configure: (app) => app.enableVersioning(options),
    home,
  };
}

/** What Express and Fastify hand to an extractor. */
type AnyRequest = Pick<IncomingMessage, 'headers'>;

const isRequest = (value: unknown): value is AnyRequest =>
  typeof value === 'object' && value !== null && 'headers' in value;

function extractor(request: unknown): string {
  const wanted = isRequest(request) ? request.headers['x-release'] : undefined;
  return typeof wanted === 'string' ? wanted.replace('r', '') : '';
}

const URI = versioned({ type: VersioningType.URI }, get('/v1/vault'));
const HEADER = versioned(
  { type: VersioningType.HEADER, header: 'X-API-Version' },
  get('/vault', 'X-API-Version: 1'),
);
const MEDIA_TYPE = versioned(
  { type: VersioningType.MEDIA_TYPE, key: 'v=' },
  get('/vault', 'Accept: application/json;v=1'),
);
const CUSTOM = versioned(
  { type: VersioningType.CUSTOM, extractor },
  get('/vault', 'X-Release: r1'),
);
const DEFAULTED = versioned(
  { type: VersioningType.HEADER, header: 'X-API-Version', defaultVersion: '2' },
  get('/vault', 'X-API-Version: 1'),
);

const TABLE: readonly (readonly [string, Shape, RawRequest, Reach])[] = [
  ['by URI', URI, get('/v1/vault'), 'both'],
  ['by URI, encoded', URI, get('/%761/vault'), 'fastify'],
  ['by URI, in a capital letter', URI, get('/V1/vault'), 'express'],
  ['by URI, without one', URI, get('/vault'), 'neither'],
  ['by URI, of another', URI, get('/v3/vault'), 'neither'],
  ['by URI, two of them', URI, get('/v2/v1/vault'), 'neither'],
  ['by header', HEADER, get('/vault', 'X-API-Version: 1'), 'both'],
  ['by header, without one', HEADER, get('/vault'), 'neither'],
  ['by header, repeated', HEADER, get('/vault', 'X-API-Version: 2', 'X-API-Version: 1'), 'neither'],
  ['by header, with a default', DEFAULTED, get('/vault', 'X-API-Version: 1'), 'both'],
  ['by media type', MEDIA_TYPE, get('/vault', 'Accept: application/json;v=1'), 'both'],
  ['by media type, without one', MEDIA_TYPE, get('/vault'), 'neither'],
  ['by media type, two', MEDIA_TYPE, get('/vault', 'Accept: */*;v=2;v=1'), 'neither'],
  ['custom', CUSTOM, get('/vault', 'X-Release: r1'), 'both'],
  ['custom, of another', CUSTOM, get('/vault', 'X-Release: r3'), 'neither'],
];

/** Versions of each type, which make one path several routes. */
export const VERSION_ATTEMPTS: readonly Attempt[] = TABLE.map(([name, shape, request, reaches]) =>
  knock(`a version ${name}`, shape, { request, reaches }),
);
