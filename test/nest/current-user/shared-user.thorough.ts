import { describe, expect, it } from '@jest/globals';
import { Controller, Get, UseGuards } from '@nestjs/common';
import { createClerkClient as createVendorClient } from '@clerk/backend';
import { ClerkAuthGuard, createClerkClient, CurrentUser, type User } from 'clerk-nestjs';
import { backendApiForTests } from '../../client/backend-api-server.js';
import { PLATFORMS } from '../support/platforms.js';
import { instance, userAppsForTests } from './user-apps.js';

process.env.CLERK_TELEMETRY_DISABLED = '1';

const api = await backendApiForTests();

@Controller('promote')
@UseGuards(ClerkAuthGuard)
class PromotionController {
  @Get()
  promote(@CurrentUser() user: User) {
    const metadata = [user.publicMetadata, Object(user.publicMetadata['nested'])];
    const wasAdmin = metadata.map((object) => object.admin ?? false);
    const written = [user, ...metadata].map((object) => Reflect.set(object, 'admin', true));
    return { wasAdmin, written };
  }
}

describe.each(
  PLATFORMS.flatMap((platform) => [
    { platform, whose: 'our client', create: createClerkClient },
    { platform, whose: 'the vendor’s', create: createVendorClient },
  ]),
)('a user who is kept, of $whose, on $platform', ({ platform, create }) => {
  const open = userAppsForTests(api);

  it('can’t be written to: what one request makes of it, no other may read', async () => {
    const clerkClient = create({ secretKey: instance.secretKey, apiUrl: api.url });
    const options = { clerkClient, userCacheTtlInMs: 60_000 };
    const app = await open(platform, { controllers: [PromotionController], options });
    const answers = [await app.ask('/promote', 'ada'), await app.ask('/promote', 'ada')];
    const untouched = { wasAdmin: [false, false], written: [false, false, false] };
    expect(answers.map(({ body }) => body)).toEqual([untouched, untouched]);
  });
});
