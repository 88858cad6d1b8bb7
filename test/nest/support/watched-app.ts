import { Controller, Get, UseGuards } from '@nestjs/common';
import {
  AcceptsToken,
  Auth,
  ClerkAuthGuard,
  ClerkModule,
  type ClerkModuleOptions,
  type SignedInAuthObject,
} from 'clerk-nestjs';
import type { LocalInstance } from 'clerk-nestjs/testing';
import type { TokenCache } from '../../../src/engine/tokens/token-cache.js';
import { CLERK_TENANTS } from '../../../src/nest/tokens.js';
import type { TenantSource } from '../../../src/tenants/tenant-source.js';
import { CountedKey } from '../../engine/support/counted-key.js';
import { requestSource } from '../../engine/support/request-source.js';
import { type Platform, type RunningApp, startApp } from './platforms.js';

/** Changes all that there is, at every depth. */
function spoil(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const member of Object.values(value)) spoil(member);
  for (const name of Object.keys(value)) Reflect.set(value, name, 'spoilt');
  Object.assign(value, { added: true });
}

/** Handlers that show their claims, and one that spoils them before the next request comes. */
@Controller()
@UseGuards(ClerkAuthGuard)
export class SpoilingController {
  @Get()
  show(@Auth() auth: SignedInAuthObject) {
    return { userId: auth.userId };
  }

  @Get('spoil')
  spoil(@Auth() { sessionClaims, actor, orgPermissions, userId }: SignedInAuthObject) {
    const seen = JSON.stringify({ sessionClaims, actor, orgPermissions, userId });
    spoil([sessionClaims, actor, orgPermissions]);
    return seen;
  }

  @Get('machine')
  @AcceptsToken('m2m_token')
  machine(@Auth() auth: object) {
    return auth;
  }
}

/** An application, with a watch on what it verifies by and what it remembers. */
export class WatchedApp {
  private constructor(
    private readonly running: RunningApp,
    /** The key that it verifies by. */
    readonly key: CountedKey,
    /** The tokens that it remembers. */
    readonly tokens: TokenCache,
  ) {}

  /** @param clerk Signs the tokens. */
  static async start(
    platform: Platform,
    clerk: LocalInstance,
    options: ClerkModuleOptions = {},
  ): Promise<WatchedApp> {
    const { publishableKey, jwtKey } = clerk;
    const all = { publishableKey, jwtKey, ...options };
    const running = await startApp(platform, {
      imports: [ClerkModule.forRoot(all)],
      controllers: [SpoilingController],
    });
    const tenant = await running.app.get<TenantSource>(CLERK_TENANTS).open(undefined);
    const { keys, tokens } = tenant.instanceOf(requestSource());
    const watched = new WatchedApp(running, new CountedKey(jwtKey), tokens);
    const { source } = watched.key;
    keys.find = (id) => source.find(id);
    return watched;
  }

  async ask(
    path: string,
    headers: Record<string, string>,
  ): Promise<{ status: number; text: string }> {
    const response = await fetch(`${this.running.origin}${path}`, { headers });
    return { status: response.status, text: await response.text() };
  }

  close(): Promise<void> {
    return this.running.app.close();
  }
}
