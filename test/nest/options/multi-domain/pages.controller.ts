import { All, Controller, Get, UseGuards } from '@nestjs/common';
import { Auth, ClerkAuthGuard, type SessionAuthObject } from 'clerk-nestjs';

/** An application in which one page is guarded and every other shows who is signed in on it. */
@Controller()
export class PagesController {
  @Get('guarded')
  @UseGuards(ClerkAuthGuard)
  guarded(@Auth('userId') userId: string) {
    return { userId };
  }

  @All(['', '*'])
  show(@Auth() auth: SessionAuthObject) {
    return { userId: auth.userId, orgId: auth.orgId ?? null, orgSlug: auth.orgSlug ?? null };
  }
}
