import { setImmediate } from 'node:timers/promises';
import {
  Controller,
  Delete,
  Get,
  Headers,
  Options,
  Post,
  Req,
  UnauthorizedException,
} from '@nestjs/common';
import { Auth, getAuth, Public, RequireRole, type WithAuth } from 'clerk-nestjs';
import { CallLog } from './call-log.js';

/** Whom a request is from. Asking never fails: a handler that has run must be in the log. */
function userIdOf(request: object): string {
  try {
    return getAuth(request).userId ?? 'somebody who is signed out';
  } catch (error) {
    return `somebody unknown: ${String(error)}`;
  }
}

/** What the attempts are after; the role is ada's alone. */
@Controller('vault')
@RequireRole('org:admin')
export class VaultController {
  constructor(protected readonly log: CallLog) {}

  @Get() open(@Req() request: object, @Headers('x-caller') claimed?: string) {
    return this.log.note(userIdOf(request), claimed);
  }

  @Post() store(@Auth('userId') userId: string) {
    return this.log.note(userId);
  }

  @Options() options(@Auth('userId') userId: string) {
    return this.log.note(userId);
  }

  @Get('door') door(@Auth('userId') userId: string) {
    return this.log.note(userId);
  }

  @Get('doors/:id') doorOf(@Auth('userId') userId: string) {
    return this.log.note(userId);
  }

  /** Says who calls as each of our ways has it, before and after others had their turn. */
  @Get('identity')
  async identity(
    @Req() request: WithAuth<object>,
    @Auth('userId') userId: string,
    @Headers('x-caller') claimed?: string,
  ) {
    const said = [getAuth(request).userId, request.auth.userId];
    await setImmediate();
    said.push(getAuth(request).userId, request.auth().userId);
    if (said.some((other) => other !== userId)) throw new UnauthorizedException();
    return this.log.note(userId, claimed);
  }
}

/** Open to everybody, but for one handler: what an attempt starts from. */
@Controller('lobby')
@Public()
export class LobbyController {
  constructor(private readonly log: CallLog) {}

  @Get() look() {
    return 'lobby';
  }

  @Post() ask() {
    return 'asked';
  }

  @Delete()
  @RequireRole('org:admin')
  demolish(@Auth('userId') userId: string) {
    return this.log.note(userId);
  }
}

/** Declares nothing: only the application's global guard protects it. */
@Controller('vault')
export class UndeclaredController {
  constructor(private readonly log: CallLog) {}

  @Get() open(@Auth('userId') userId: string) {
    return this.log.note(userId);
  }
}

/** The first version; the second, of the same path, is open. */
@Controller({ path: 'vault', version: '1' })
@RequireRole('org:admin')
export class VersionedVaultController extends VaultController {}

/** The second version of the same path. */
@Controller({ path: 'vault', version: '2' })
@Public()
export class VersionedLobbyController {
  @Get() look() {
    return 'lobby';
  }
}

/** Of one host. */
@Controller({ path: 'vault', host: 'admin.example' })
@RequireRole('org:admin')
export class HostBoundVaultController extends VaultController {}
