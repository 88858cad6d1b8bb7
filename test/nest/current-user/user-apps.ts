import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach } from '@jest/globals';
import { Controller, Get, type Type } from '@nestjs/common';
import {
  ClerkModule,
  type ClerkModuleOptions,
  CurrentUser,
  Public,
  RequirePermission,
  type User,
} from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { type BackendApiServer, json, type SeenRequest } from '../../client/backend-api-server.js';
import { wireUser } from '../../client/wire-user.js';
import { type AppSetup, type Platform, type RunningApp, startApp } from '../support/platforms.js';

/** Signs the tokens of these tests; keys come by `jwtKey`, so that only users are asked for. */
export const instance = new LocalInstance();

/** Tells who the injected user is. */
@Controller()
export class UsersController {
  @Get('mine')
  @RequirePermission('org:articles:read')
  mine(@CurrentUser() user: User) {
    return { id: user.id, name: user.firstName };
  }

  @Get('twice')
  @RequirePermission('org:articles:read')
  twice(@CurrentUser() user: User, @CurrentUser() again: User) {
    return { id: user.id, name: again.firstName, isSame: user === again };
  }

  @Get('open')
  @Public()
  open(@CurrentUser() user: User | null) {
    return { user: user && user.id };
  }
}

/** What an application answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The text as JSON; undefined where it is none. */
  readonly body: unknown;
}

/** An application that injects users. */
export interface UserApp extends RunningApp {
  /** Asks as a person, by name, unless headers are given. */
  ask(path: string, who?: string | Readonly<Record<string, string>>): Promise<Answer>;
}

/** How an application differs from the plain one. */
export interface UserAppSetup extends AppSetup {
  readonly options?: ClerkModuleOptions;
  readonly controllers?: Type[];
}

/** Opens applications in front of a Backend API; they are closed when the test is over. */
export function userAppsForTests(api: BackendApiServer) {
  const opened: RunningApp[] = [];
  beforeEach(() => {
    api.answer = answerUser;
  });
  afterEach(async () => {
    for (const { app } of opened.splice(0)) await app.close();
  });
  return async (platform: Platform, setup: UserAppSetup = {}): Promise<UserApp> => {
    const { options, controllers = [UsersController], ...rest } = setup;
    const all = { ...connectionTo(api), ...options };
    const running = await startApp(
      platform,
      { imports: [ClerkModule.forRoot(all)], controllers },
      rest,
    );
    opened.push(running);
    return { ...running, ask: (path, who = {}) => ask(`${running.origin}${path}`, headersOf(who)) };
  };
}

/** The options by which an application asks a Backend API for users, and for nothing else. */
export function connectionTo({ url }: { url: string }) {
  const { publishableKey, secretKey, jwtKey } = instance;
  return { publishableKey, secretKey, jwtKey, apiUrl: url };
}

/** A Backend API that knows everybody. */
export function answerUser(response: ServerResponse, { url }: SeenRequest): void {
  json(response, 200, userOf(decodeURIComponent(url.split('/').at(-1) ?? '')));
}

/** A user on the wire, told apart by the first name. */
export function userOf(id: string) {
  return { ...wireUser, id, first_name: `Name of ${id}` };
}

/** Headers that sign a user of the instance in. */
export function as(user: string, claims: Readonly<Record<string, unknown>> = {}) {
  return { authorization: `Bearer ${instance.mintSessionToken(user, claims)}` };
}

function headersOf(who: string | Readonly<Record<string, string>>) {
  return typeof who === 'string' ? as(who) : who;
}

/** Asks an address. */
export async function ask(url: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
  const response = await fetch(url, { headers, redirect: 'manual' });
  const text = await response.text();
  const body: unknown = text.startsWith('{') ? JSON.parse(text) : undefined;
  return { status: response.status, headers: response.headers, text, body };
}
