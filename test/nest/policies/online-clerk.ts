import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import type { ServerResponse } from 'node:http';
import { LocalClerk, type LocalClerkClientOptions } from 'clerk-nestjs/testing';
import type { BackendApiServer } from '../../client/backend-api-server.js';
import { recordClerk } from '../options/recorded-clerk.js';

/** A Clerk whose sessions can be ended behind the application's back, and that can fail. */
export interface OnlineClerk {
  readonly clerk: LocalClerk;
  /** What an application needs to use it: the key is at hand, so that only sessions are asked for. */
  readonly options: LocalClerkClientOptions & { readonly jwtKey: string };
  /** The paths of the sessions that it was asked for since the test began. */
  asked(): string[];
  /** Answers the next questions about sessions in Clerk's place, until the test is over. */
  answerInstead(answer: (response: ServerResponse) => void): void;
}

/** For a whole test file. */
export function onlineClerkForTests(): OnlineClerk {
  let clerk: LocalClerk;
  let door: BackendApiServer;
  let instead: ((response: ServerResponse) => void) | undefined;
  beforeAll(async () => {
    clerk = await LocalClerk.start();
    door = await recordClerk(() => clerk);
    const passOn = door.answer;
    door.answer = (response, request) => {
      if (instead && isAboutSessions(request.url)) instead(response);
      else passOn(response, request);
    };
  });
  beforeEach(() => {
    door.requests.length = 0;
    instead = undefined;
  });
  afterAll(async () => {
    await door.close();
    await clerk.stop();
  });
  return {
    get clerk() {
      return clerk;
    },
    get options() {
      return { ...clerk.options, apiUrl: door.url, jwtKey: clerk.jwtKey };
    },
    asked: () => door.requests.map(({ url }) => url).filter(isAboutSessions),
    answerInstead: (answer) => {
      instead = answer;
    },
  };
}

function isAboutSessions(url: string): boolean {
  return url.startsWith('/v1/sessions/');
}
