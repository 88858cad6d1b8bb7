import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { LocalClerk, type LocalClerkOptions } from 'clerk-nestjs/testing';
import {
  type BackendApiServer,
  json,
  type SeenRequest,
  startBackendApiServer,
} from '../../client/backend-api-server.js';

/** What a door in front of a Clerk answers by itself; undefined: as the Clerk behind it does. */
export type OwnAnswer = (request: SeenRequest) => object | undefined;

/** A `LocalClerk`, and one address of it that writes down what it is asked. */
export interface RecordedClerk {
  readonly clerk: LocalClerk;
  /** The recorded address of its Backend API. */
  readonly apiUrl: string;
  readonly requests: readonly SeenRequest[];
  /** What was asked since the test began, as `GET /v1/jwks`, without queries. */
  asked(): string[];
}

/**
 * A door in front of a Clerk's Backend API: it passes requests on and remembers them.
 *
 * @param clerk Asked when a request comes, so that it may start later.
 */
export async function recordClerk(
  clerk: () => LocalClerk,
  ownAnswer: OwnAnswer = () => undefined,
): Promise<BackendApiServer> {
  const door = await startBackendApiServer();
  door.answer = (response, seen) => {
    const own = ownAnswer(seen);
    if (own) json(response, 200, own);
    else
      passOn(clerk(), seen).then(
        ({ status, body }) => json(response, status, body),
        () => response.destroy(),
      );
  };
  return door;
}

/** The same for a whole test file; it forgets between tests what was asked. */
export function recordedClerkForTests(options?: LocalClerkOptions): RecordedClerk {
  let clerk: LocalClerk;
  let door: BackendApiServer;
  beforeAll(async () => {
    clerk = await LocalClerk.start(options);
    door = await recordClerk(() => clerk);
  });
  beforeEach(() => {
    door.requests.length = 0;
  });
  afterAll(async () => {
    await door.close();
    await clerk.stop();
  });
  return {
    get clerk() {
      return clerk;
    },
    get apiUrl() {
      return door.url;
    },
    get requests() {
      return door.requests;
    },
    asked: () => askedOf(door.requests),
  };
}

/** Requests as `GET /v1/jwks`, without queries. */
export function askedOf(requests: readonly SeenRequest[]): string[] {
  return requests.map(({ method, url }) => `${method} ${url.split('?', 1)[0]}`);
}

async function passOn(clerk: LocalClerk, { method, url, headers, body }: SeenRequest) {
  const { authorization = '' } = headers;
  const answer = await fetch(`${clerk.origin}${url.replace(/^\/v\d+\//, '/v1/')}`, {
    method,
    headers: { authorization, 'content-type': 'application/json' },
    body: body === '' ? undefined : body,
  });
  const answered: unknown = await answer.json();
  return { status: answer.status, body: answered };
}
