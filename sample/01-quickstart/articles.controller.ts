import { Body, Controller, Get, Post, UseGuards } from '@nestjs/common';
import { Auth, ClerkAuthGuard, RequirePermission } from 'clerk-nestjs';
import { ArticlesService } from './articles.service.ts';
import { type NewArticle, NewArticlePipe } from './new-article.pipe.ts';

/** The articles of the caller's organization. */
@Controller('api/articles')
@UseGuards(ClerkAuthGuard)
export class ArticlesController {
  constructor(private readonly articles: ArticlesService) {}

  // Permissions belong to the active organization, so a handler that requires one has an `orgId`.
  // Filter by it: the permission says nothing about the articles of other organizations.
  @Get()
  @RequirePermission('org:articles:read')
  list(@Auth('orgId') orgId: string) {
    return this.articles.list(orgId);
  }

  @Post()
  @RequirePermission('org:articles:manage')
  create(
    @Auth('orgId') orgId: string,
    @Auth('userId') authorId: string,
    @Body(NewArticlePipe) article: NewArticle,
  ) {
    return this.articles.create({ ...article, orgId, authorId });
  }
}
