/** Checked by `tsc -p test/tsconfig.json`, never run. */
import { createClerkClient as createVendorClient } from '@clerk/backend';
import {
  ClerkClient,
  type ClerkOptions,
  createClerkClient,
  CurrentUser,
  type User,
} from 'clerk-nestjs';
import { exactly } from './exactly.js';

exactly<ParameterDecorator>()(CurrentUser());

export class UsersController {
  behindTheGuard(@CurrentUser() user: User): string | undefined {
    exactly<string | null>()(user.firstName);
    // @ts-expect-error -- other requests may see the same user
    user.firstName = 'Ada';
    return user.primaryEmailAddress?.emailAddress;
  }

  open(@CurrentUser() user: User | null): string {
    // @ts-expect-error -- nobody may be signed in
    void user.id;
    return user ? user.id : 'nobody';
  }

  // @ts-expect-error -- takes nothing: there is one user of a request
  field(@CurrentUser('firstName') _firstName: string) {}

  // @ts-expect-error -- has to be called
  bare(@CurrentUser _user: User) {}

  // @ts-expect-error -- of parameters, not of handlers
  @CurrentUser()
  handler() {}
}

export const times: ClerkOptions[] = [
  { userCacheTtlInMs: 0 },
  { userCacheTtlInMs: 60_000 },
  // @ts-expect-error -- a number
  { userCacheTtlInMs: '60000' },
  // @ts-expect-error -- no function of the URL
  { userCacheTtlInMs: () => 60_000 },
  // @ts-expect-error -- a misspelt option
  { userCacheTtl: 60_000 },
];

export const clients: ClerkOptions[] = [
  { clerkClient: createClerkClient({ secretKey: 'sk_test_1' }) },
  { clerkClient: createVendorClient({ secretKey: 'sk_test_1' }) },
];

export function withoutUsers({ users: _users, ...client }: ClerkClient): ClerkOptions {
  // @ts-expect-error -- a client brings users
  return { clerkClient: client };
}
