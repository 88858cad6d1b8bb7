import type { IncomingMessage } from 'node:http';
import { Body, Controller, Get, Inject, Post, UseGuards } from '@nestjs/common';
import { Auth, ClerkAuthGuard, ClerkClient, type SignedInAuthObject } from 'clerk-nestjs';
import { LocalClerk, LocalInstance } from 'clerk-nestjs/testing';

/** Two tenants, each with an instance of Clerk of its own. */
export interface TwoTenants {
  readonly acme: LocalClerk;
  readonly globex: LocalClerk;
}

export async function startTenants(): Promise<TwoTenants> {
  const [acme, globex] = await Promise.all(
    [11, 12].map((number) => LocalClerk.start({ instance: new LocalInstance({ number }) })),
  );
  if (!acme || !globex) throw new Error('Two instances were asked for.');
  return { acme, globex };
}

export async function stopTenants({ acme, globex }: TwoTenants): Promise<void> {
  await Promise.all([acme.stop(), globex.stop()]);
}

/** Says by a header whose request it is. */
export function tenantHeader(request: IncomingMessage): string | undefined {
  const tenant = request.headers['x-tenant'];
  return typeof tenant === 'string' ? tenant : undefined;
}

/** The headers of a request of a tenant's, with a token. */
export function requestOf(tenant: string, token?: string): Record<string, string> {
  return { 'x-tenant': tenant, ...(token && { authorization: `Bearer ${token}` }) };
}

/** Answers who is signed in, and whom the tenant's Backend API knows by that id. */
@Controller('me')
@UseGuards(ClerkAuthGuard)
export class MeController {
  constructor(@Inject(ClerkClient) private readonly clerk: ClerkClient) {}

  @Get()
  async show(@Auth() auth: SignedInAuthObject) {
    const user = await this.clerk.users.getUser(auth.userId);
    return { userId: auth.userId, issuer: auth.sessionClaims.iss, name: user.firstName };
  }

  @Post()
  async send(@Auth('userId') userId: string, @Body() body: unknown) {
    const user = await this.clerk.users.getUser(userId);
    return { name: user.firstName, body };
  }
}
