import { Body, Controller, Get, Inject, Injectable, Post, UseGuards } from '@nestjs/common';
import {
  Auth,
  type AuthenticatedObject,
  Authorize,
  ClerkAuthGuard,
  ClerkClient,
  type ClerkPolicy,
  Public,
  type SignedInAuthObject,
  VerifySession,
} from 'clerk-nestjs';

/** Lets those in whom the Backend API of their request's tenant knows. */
@Injectable()
export class KnownByClerk implements ClerkPolicy {
  constructor(@Inject(ClerkClient) private readonly clerk: ClerkClient) {}

  async authorize(auth: AuthenticatedObject): Promise<boolean> {
    const id = auth.tokenType === 'session_token' ? auth.userId : '';
    return (await this.clerk.users.getUser(id)).id === id;
  }
}

/** Tells by whose keys a request was verified, and whose Backend API the injected client asks. */
@Controller('who')
@UseGuards(ClerkAuthGuard)
export class WhoController {
  constructor(@Inject(ClerkClient) private readonly clerk: ClerkClient) {}

  @Get()
  async show(@Auth() auth: SignedInAuthObject) {
    const user = await this.clerk.users.getUser(auth.userId);
    return { issuer: auth.sessionClaims.iss, asked: user.externalId };
  }

  @Post()
  async send(@Auth() auth: SignedInAuthObject, @Body() body: unknown) {
    return { ...(await this.show(auth)), size: JSON.stringify(body ?? null).length };
  }

  @Get('open')
  @Public()
  open() {
    return 'open';
  }

  @Get('template')
  async template(@Auth() auth: SignedInAuthObject) {
    return { jwt: await auth.getToken({ template: 'crm' }) };
  }

  @Get('online')
  @VerifySession('online')
  online() {
    return 'online';
  }

  @Get('known')
  @Authorize(KnownByClerk)
  known() {
    return 'known';
  }
}
