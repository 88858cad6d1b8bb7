import { Controller, Get, UseGuards } from '@nestjs/common';
import { Auth, ClerkAuthGuard, type SignedInAuthObject } from 'clerk-nestjs';

/** Who the caller is. Being signed in is all that it takes. */
@Controller('api/me')
@UseGuards(ClerkAuthGuard)
export class MeController {
  @Get()
  show(@Auth() auth: SignedInAuthObject) {
    const { userId, sessionId, orgId = null, orgRole = null, orgPermissions = [] } = auth;
    return { userId, sessionId, orgId, orgRole, orgPermissions };
  }
}
