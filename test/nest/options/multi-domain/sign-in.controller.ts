import { Controller, Get, Query, Redirect } from '@nestjs/common';
import { Auth } from 'clerk-nestjs';
import type { LocalClerk } from 'clerk-nestjs/testing';

/**
 * The sign-in page of a primary, as Clerk's component would be on it: who is signed in goes on to
 * where they came from, anybody else signs in at LocalClerk and comes back here first.
 */
export function signInController(clerk: LocalClerk, primary: string): new () => object {
  @Controller()
  class SignInController {
    @Get('sign-in')
    @Redirect()
    signIn(@Auth('userId') userId: string | null, @Query('redirect_url') returnTo = primary) {
      if (userId) return { url: returnTo };
      return { url: signInAt(clerk.origin, signInAt(primary, returnTo)) };
    }
  }
  return SignInController;
}

function signInAt(origin: string, returnTo: string): string {
  return `${origin}/sign-in?redirect_url=${encodeURIComponent(returnTo)}`;
}
