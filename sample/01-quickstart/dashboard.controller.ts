import { Body, Controller, Get, Inject, Optional, Post, Redirect, Req } from '@nestjs/common';
import { UseFilters, UseGuards } from '@nestjs/common';
import { Auth, ClerkAuthGuard, ClerkClient, RequirePermission } from 'clerk-nestjs';
import type { SignedInAuthObject } from 'clerk-nestjs';
import { LocalClerk } from 'clerk-nestjs/testing';
import type { Request } from 'express';
import { ArticlesService } from './articles.service.ts';
import { dashboardPage } from './dashboard.page.ts';
import { HtmlPage } from './html-page.decorator.ts';
import { managePage } from './manage.page.ts';
import { type NewArticle, NewArticlePipe } from './new-article.pipe.ts';
import { RefusalFilter } from './refusal.filter.ts';

/** Pages for people who are signed in; the guard sends everybody else to sign in. */
@Controller('dashboard')
@UseGuards(ClerkAuthGuard)
@UseFilters(RefusalFilter)
export class DashboardController {
  /** @param localClerk The embedded Clerk; absent when the environment has keys. */
  constructor(
    private readonly clerk: ClerkClient,
    private readonly articles: ArticlesService,
    @Optional() @Inject(LocalClerk) private readonly localClerk?: LocalClerk,
  ) {}

  @Get()
  @HtmlPage()
  async show(@Auth() auth: SignedInAuthObject, @Req() request: Request): Promise<string> {
    const user = await this.clerk.users.getUser(auth.userId);
    const { orgId } = auth;
    const mayRead = auth.has({ permission: 'org:articles:read' });
    return dashboardPage({
      auth,
      name: user.fullName ?? auth.userId,
      articles: orgId && mayRead ? this.articles.list(orgId) : [],
      signOutUrl: this.#signOutUrl(request),
    });
  }

  @Get('manage')
  @RequirePermission('org:articles:manage')
  @HtmlPage()
  manage(@Auth('orgId') orgId: string): string {
    return managePage(this.articles.list(orgId));
  }

  // No CSRF token: the session cookie is `SameSite=Lax`, so a form on another site arrives here
  // without it, signed out. (A sibling subdomain is the same site: if you share yours, check
  // `Origin` too.) 303, so that reloading the dashboard doesn't send the form again.
  @Post('articles')
  @RequirePermission('org:articles:manage')
  @Redirect('/dashboard', 303)
  create(
    @Auth('orgId') orgId: string,
    @Auth('userId') authorId: string,
    @Body(NewArticlePipe) article: NewArticle,
  ): void {
    this.articles.create({ ...article, orgId, authorId });
  }

  // With your own keys this is the business of your frontend: `Clerk.signOut()`.
  #signOutUrl(request: Request): string | undefined {
    if (!this.localClerk) return undefined;
    const own = `${request.protocol}://${request.host}/dashboard`;
    // Beside the page to sign in, wherever that is: on another origin, or below the proxy's path.
    const signInUrl = new URL(process.env['CLERK_SIGN_IN_URL'] ?? '/sign-in', own);
    const url = new URL('sign-out', signInUrl);
    url.searchParams.set('redirect_url', own);
    return url.href;
  }
}
