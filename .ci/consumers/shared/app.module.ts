import { Controller, Get, Module, UseGuards } from '@nestjs/common';
import {
  Auth,
  ClerkAuthGuard,
  ClerkClient,
  ClerkModule,
  RequirePermission,
  type SignedInAuthObject,
} from 'clerk-nestjs';

@Controller('articles')
@UseGuards(ClerkAuthGuard)
class ArticlesController {
  constructor(private readonly clerk: ClerkClient) {}

  @Get()
  list(@Auth() auth: SignedInAuthObject) {
    return this.clerk.users.getUser(auth.userId);
  }

  @Get('manage')
  @RequirePermission('org:articles:manage')
  manage(@Auth('orgId') orgId: string) {
    return { orgId };
  }
}

@Module({ imports: [ClerkModule.forRoot()], controllers: [ArticlesController] })
export class AppModule {}
