import { Controller, ForbiddenException, Get, Inject, Optional, Post } from '@nestjs/common';
import { Query, Redirect, Res, UseFilters, UseGuards } from '@nestjs/common';
import { ClerkAuthGuard, ClerkClient, RequireRole } from 'clerk-nestjs';
import { LocalClerk } from 'clerk-nestjs/testing';
import type { Response } from 'express';
import { randomUUID } from 'node:crypto';
import { DemonstratedFailure } from './demonstrated-failure.ts';
import { EventLog } from './event-log.service.ts';
import { eventsPage } from './events.page.ts';
import { HtmlPage } from './html-page.decorator.ts';
import { RefusalFilter } from './refusal.filter.ts';

/** How often a page that is followed is loaded again. */
const RELOAD_AFTER_SECONDS = 3;

/** What Clerk has told the application. Events are about everybody, so they are for admins only. */
@Controller('events')
@UseGuards(ClerkAuthGuard)
@RequireRole('org:admin')
@UseFilters(RefusalFilter)
export class EventsController {
  /** @param localClerk The embedded Clerk; absent when the environment has keys. */
  constructor(
    private readonly clerk: ClerkClient,
    private readonly log: EventLog,
    private readonly failure: DemonstratedFailure,
    @Optional() @Inject(LocalClerk) private readonly localClerk?: LocalClerk,
  ) {}

  @Get()
  @HtmlPage()
  show(@Query('follow') follow: unknown, @Res({ passthrough: true }) response: Response): string {
    const isFollowed = follow !== undefined;
    if (isFollowed) response.set('Refresh', String(RELOAD_AFTER_SECONDS));
    return eventsPage({
      events: this.log.list().map((event) => {
        const runs = this.failure.runsFor(event.deliveryId);
        return { event, runs };
      }),
      isFollowed,
      mayCreate: this.localClerk !== undefined,
    });
  }

  // In an instance of your own it would be a real user.
  @Post('users')
  @Redirect('/events?follow', 303)
  async createUser(): Promise<void> {
    if (!this.localClerk) throw new ForbiddenException('Users are created in the embedded Clerk.');
    const name = `visitor-${randomUUID().slice(0, 8)}`;
    await this.clerk.users.createUser({
      emailAddress: [`${name}@example.com`],
      firstName: 'New',
      lastName: 'Visitor',
    });
  }
}
