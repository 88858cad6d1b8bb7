import { Controller, Get, Post, Req, UseGuards } from '@nestjs/common';
import {
  Auth,
  type SessionAuthObject,
  ClerkAuthGuard,
  ClerkClient,
  Public,
  RequireFeature,
  RequirePermission,
  RequirePlan,
  RequireReverification,
  RequireRole,
  type SignedInAuthObject,
  type WithAuth,
} from 'clerk-nestjs';

/** A controller with one handler for each kind of demand. */
@Controller('articles')
@UseGuards(ClerkAuthGuard)
export class ArticlesController {
  constructor(private readonly clerk: ClerkClient) {}

  @Get()
  list(@Auth() auth: SignedInAuthObject) {
    return { userId: auth.userId, orgId: auth.orgId };
  }

  @Get('field')
  field(@Auth('userId') userId: string) {
    return { userId };
  }

  @Get('request')
  request(@Req() request: WithAuth<object>) {
    const { auth } = request;
    return { called: auth().userId, field: auth.userId, json: JSON.parse(JSON.stringify(auth)) };
  }

  @Get('me')
  me(@Auth('userId') userId: string) {
    return this.clerk.users.getUser(userId);
  }

  @Post()
  @RequirePermission('org:articles:manage')
  create() {
    return { created: true };
  }

  @Get('both')
  @RequirePermission('org:articles:read', 'org:articles:manage')
  both() {
    return {};
  }

  @Get('role')
  @RequireRole('org:admin')
  role() {
    return {};
  }

  @Get('feature')
  @RequireFeature('articles')
  feature() {
    return {};
  }

  @Get('plan')
  @RequirePlan('pro')
  plan() {
    return {};
  }

  @Get('sensitive')
  @RequireReverification('strict')
  sensitive() {
    return {};
  }

  @Get('sensitive-role')
  @RequireReverification('strict')
  @RequireRole('org:admin')
  sensitiveRole() {
    return {};
  }

  @Get('open')
  @Public()
  open(@Auth() auth: SessionAuthObject) {
    return { userId: auth.userId };
  }
}
