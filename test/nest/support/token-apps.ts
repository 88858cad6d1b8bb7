import { afterAll, beforeAll } from '@jest/globals';
import type { Type } from '@nestjs/common';
import { ClerkModule, type ClerkModuleOptions } from 'clerk-nestjs';
import type { RecordedClerk } from '../options/recorded-clerk.js';
import { type Caller, headersOf } from './callers.js';
import { type Platform, type RunningApp, startApp } from './platforms.js';

/** What an application answered, and what that cost. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The text as JSON; undefined where it is none. */
  readonly body: unknown;
  /** The Backend API calls that the request caused, without fetches of keys. */
  readonly calls: readonly string[];
}

/** An application that takes tokens. */
export interface TokenApp {
  /** Calls it with headers. */
  ask(path: string, headers?: Readonly<Record<string, string>>, method?: string): Promise<Answer>;
  /** Calls it as somebody with good credentials. */
  as(caller: Caller, path: string): Promise<Answer>;
}

/** An application for the tests of one `describe`. */
export function tokenAppForTests(
  platform: Platform,
  recorded: RecordedClerk,
  controllers: Type[],
  options: ClerkModuleOptions = {},
): TokenApp {
  let running: RunningApp;
  beforeAll(async () => {
    const { options: connection } = recorded.clerk;
    const all = { ...connection, apiUrl: recorded.apiUrl, ...options };
    running = await startApp(platform, { imports: [ClerkModule.forRoot(all)], controllers });
  });
  afterAll(() => running.app.close());
  const ask: TokenApp['ask'] = async (path, headers = {}, method = 'GET') => {
    const before = recorded.asked().length;
    const response = await fetch(`${running.origin}${path}`, {
      method,
      headers,
      redirect: 'manual',
    });
    const text = await response.text();
    const calls = recorded.asked().slice(before);
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: /^[{["]/.test(text) ? JSON.parse(text) : undefined,
      calls: calls.filter((call) => !call.endsWith('/jwks')),
    };
  };
  return { ask, as: (caller, path) => ask(path, headersOf(caller, recorded.clerk)) };
}
