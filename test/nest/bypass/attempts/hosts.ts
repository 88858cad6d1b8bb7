import { ClerkModule } from 'clerk-nestjs';
import type { Shape } from '../arena.js';
import { type Attempt, knock, type Reach } from '../attempt.js';
import { LobbyController, HostBoundVaultController } from '../controllers.js';
import type { RawRequest } from '../raw-request.js';

const of = (...headers: string[]): RawRequest => ({ line: 'GET /vault HTTP/1.1', headers });

const SHAPE: Shape = {
  metadata: (clerk) => ({
    imports: [ClerkModule.forRoot(clerk.options)],
    controllers: [HostBoundVaultController, LobbyController],
  }),
  home: of('Host: admin.example'),
};

const TABLE: readonly (readonly [string, RawRequest, Reach])[] = [
  ['of its host', of('Host: admin.example'), 'both'],
  ['of its host with a port', of('Host: admin.example:80'), 'both'],
  ['of its host in capital letters', of('Host: ADMIN.EXAMPLE'), 'both'],
  ['of its host with a dot at the end', of('Host: admin.example.'), 'neither'],
  ['of two hosts', of('Host: other.example', 'Host: admin.example'), 'neither'],
  ['of a forwarded host', of('Host: other.example', 'X-Forwarded-Host: admin.example'), 'neither'],
  [
    'of its host in an absolute-form target',
    { line: 'GET http://admin.example/vault HTTP/1.1', headers: ['Host: other.example'] },
    'neither',
  ],
  [
    "of a stranger's host in an absolute-form target",
    { line: 'GET http://other.example/vault HTTP/1.1', headers: ['Host: admin.example'] },
    'both',
  ],
];

/** A controller of one host. */
export const HOST_ATTEMPTS: readonly Attempt[] = TABLE.map(([name, request, reaches]) =>
  knock(`a host-bound controller: a request ${name}`, SHAPE, { request, reaches }),
);
