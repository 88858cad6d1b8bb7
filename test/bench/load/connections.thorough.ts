import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CONNECTIONS, Connections } from './connections.js';
import type { Load } from './load.js';

const VARIANTS = 8;

let server: Server;
let status = 200;
let seen: string[];
let load: Load;

beforeEach(async () => {
  status = 200;
  seen = [];
  server = createServer((request, response) => {
    seen.push(request.headers.authorization ?? '');
    response.writeHead(status).end('{}');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a server that listens on a port has such an address
  const { port } = server.address() as AddressInfo;
  const until = { requests: 2 * CONNECTIONS };
  load = { peer: 'bare', scenario: 'signed-out', url: `http://127.0.0.1:${port}`, until };
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function connections(): Connections {
  const headers = Array.from({ length: CONNECTIONS }, (_, connection) =>
    Array.from({ length: VARIANTS }, (__, variant) => ({
      authorization: `${connection} ${variant}`,
    })),
  );
  return new Connections(headers, '/public');
}

describe('The connections', () => {
  it('send no token again before they have sent all others, also in the next round', async () => {
    const all = connections();
    await all.run(load);
    await all.run(load);
    expect(seen.length).toBeGreaterThanOrEqual(4 * CONNECTIONS);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('fail when an answer has another status than it must have', async () => {
    status = 401;
    await expect(connections().run(load)).rejects.toThrow('bare answered 401 instead of 200');
  });
});
