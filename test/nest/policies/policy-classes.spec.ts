import { describe, expect, it } from '@jest/globals';
import {
  Controller,
  type ExecutionContext,
  Get,
  Injectable,
  Module,
  NotFoundException,
} from '@nestjs/common';
import {
  allOf,
  anyOf,
  type AuthenticatedObject,
  Authorize,
  type ClerkPolicy,
  not,
} from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { PLATFORMS } from '../support/platforms.js';
import { bearer } from '../support/callers.js';
import { policyAppForTests } from './policy-app.js';

const instance = new LocalInstance();
const { publishableKey, jwtKey } = instance;
const { ada, grace } = instance.users;

@Injectable()
class ArticlesService {
  readonly #owners: Readonly<Record<string, string>> = { '1': ada.id, '2': grace.id };

  async ownerOf(article: string): Promise<string> {
    const owner = this.#owners[article];
    if (!owner) throw new NotFoundException('There is no such article.');
    return owner;
  }
}

@Injectable()
class OwnsArticle implements ClerkPolicy {
  constructor(private readonly articles: ArticlesService) {}

  async authorize(auth: AuthenticatedObject, context: ExecutionContext): Promise<boolean> {
    const { params } = context.switchToHttp().getRequest<{ params: { id: string } }>();
    const owner = await this.articles.ownerOf(params.id);
    return auth.tokenType === 'session_token' && auth.userId === owner;
  }
}

/** Inherits its method. */
@Injectable()
class OwnsArticleToo extends OwnsArticle {}

/** Its providers are its own: no module of the controllers imports it. */
@Module({ providers: [OwnsArticle, OwnsArticleToo, ArticlesService] })
class PoliciesModule {}

@Controller('articles')
class ArticlesController {
  @Get(':id/owned') @Authorize(OwnsArticle) owned() {}
  @Get(':id/inherited') @Authorize(OwnsArticleToo) inherited() {}
  @Get(':id/any') @Authorize(anyOf({ role: 'org:admin' }, OwnsArticle)) any() {}
  @Get(':id/all') @Authorize(allOf({ role: 'org:admin' }, OwnsArticle)) all() {}
  @Get(':id/not') @Authorize(not(OwnsArticle)) not() {}
}

@Controller('all/:id')
@Authorize(OwnsArticle)
class OwnedController {
  @Get('plain') plain() {}
  @Get('admin') @Authorize({ role: 'org:admin' }) admin() {}
}

describe.each(PLATFORMS)('an injectable policy on %s', (platform) => {
  const metadata = {
    controllers: [ArticlesController, OwnedController],
    imports: [PoliciesModule],
  };
  const app = policyAppForTests(platform, metadata, () => ({ publishableKey, jwtKey }));
  const as = (user: string, path: string) => app.ask(path, bearer(instance.mintSessionToken(user)));

  it.each([
    ['/articles/1/owned', 200, 403],
    ['/articles/2/owned', 403, 200],
    ['/articles/1/inherited', 200, 403],
    ['/articles/2/any', 200, 200],
    ['/articles/1/any', 200, 403],
    ['/articles/1/all', 200, 403],
    ['/articles/2/all', 403, 403],
    ['/articles/1/not', 403, 200],
    ['/all/1/plain', 200, 403],
    ['/all/2/plain', 403, 200],
    ['/all/1/admin', 200, 403],
    ['/all/2/admin', 403, 403],
  ])('looks at %s with its service', async (path, byAda, byGrace) => {
    expect([(await as('ada', path)).status, (await as('grace', path)).status]).toEqual([
      byAda,
      byGrace,
    ]);
  });

  it('answers with the exception that its service throws, also where it is negated', async () => {
    expect((await as('ada', '/articles/3/owned')).status).toBe(404);
    expect((await as('ada', '/articles/3/not')).status).toBe(404);
    expect((await app.ask('/articles/3/owned')).status).toBe(401);
  });
});

describe.each(PLATFORMS)('a policy put in the place of another on %s', (platform) => {
  const metadata = {
    controllers: [ArticlesController, OwnedController],
    imports: [PoliciesModule],
  };
  const app = policyAppForTests(platform, metadata, () => ({ publishableKey, jwtKey }), {
    override: (builder) =>
      builder.overrideProvider(OwnsArticle).useValue({ authorize: () => true }),
  });

  it('is what is asked, so that tests can stand in for it', async () => {
    const headers = bearer(instance.mintSessionToken('grace'));
    expect((await app.ask('/articles/1/owned', headers)).status).toBe(200);
    expect((await app.ask('/articles/1/all', headers)).status).toBe(403);
  });
});
