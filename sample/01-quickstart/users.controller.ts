import { Controller, Get, UseGuards } from '@nestjs/common';
import { Auth, ClerkAuthGuard, ClerkClient } from 'clerk-nestjs';

/** What Clerk knows about the caller and the token doesn't say. */
@Controller('api/users')
@UseGuards(ClerkAuthGuard)
export class UsersController {
  constructor(private readonly clerk: ClerkClient) {}

  @Get('me')
  async show(@Auth('userId') userId: string) {
    const user = await this.clerk.users.getUser(userId);
    // Field by field: the whole user holds `privateMetadata`, which is not for browsers.
    const { id, firstName, lastName, imageUrl, primaryEmailAddress } = user;
    return { id, firstName, lastName, imageUrl, emailAddress: primaryEmailAddress?.emailAddress };
  }
}
