import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Injectable, Module, NotFoundException, UseGuards } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { RouterModule } from '@nestjs/core';
import {
  AcceptsToken,
  allOf,
  anyOf,
  Authorize,
  ClerkAuthGuard,
  not,
  RequireOrganization,
} from 'clerk-nestjs';
import type { AuthenticatedObject, ClerkPolicy } from 'clerk-nestjs';
import { LocalClerk, LocalInstance } from 'clerk-nestjs/testing';
import { PLATFORMS } from '../support/platforms.js';
import { bearer } from '../support/callers.js';
import { policyAppForTests } from './policy-app.js';

describe('an organization that is required', () => {
  @Controller('any')
  @RequireOrganization()
  class AnyController {
    @Get() show() {}
  }

  @Controller('of')
  class OfController {
    @Get(':org') @RequireOrganization({ param: 'org' }) show() {}
    @Get(':org/of/:other') @RequireOrganization({ param: 'other' }) second() {}
    @Get(':org/and/:other')
    @RequireOrganization({ param: 'org' })
    @RequireOrganization({ param: 'other' })
    both() {}
  }

  @Controller('class/:org')
  @RequireOrganization({ param: 'org' })
  class ClassController {
    @Get('plain') @UseGuards(ClerkAuthGuard) plain() {}
  }

  @Controller('programs/:org')
  @AcceptsToken('any')
  class ProgramsController {
    @Get() @RequireOrganization({ param: 'org' }) show() {}
    @Get('any') @RequireOrganization() any() {}
  }

  @Controller('invoices')
  class InvoicesController {
    @Get() @RequireOrganization({ param: 'org' }) list() {}
  }

  /** Its routes get the parameter from `RouterModule`. */
  @Module({ controllers: [InvoicesController] })
  class InvoicesModule {}

  describe.each(PLATFORMS)('@RequireOrganization() on %s', (platform) => {
    let clerk: LocalClerk;
    beforeAll(async () => {
      clerk = await LocalClerk.start();
    });
    afterAll(() => clerk.stop());
    const metadata = {
      controllers: [AnyController, OfController, ClassController, ProgramsController],
      imports: [
        InvoicesModule,
        RouterModule.register([{ path: 'in/:org', module: InvoicesModule }]),
      ],
    };
    const app = policyAppForTests(platform, metadata, () => clerk.options);
    const acme = () => clerk.users.ada.membership.organization;
    const status = async (path: string, claims?: Readonly<Record<string, unknown>>, user = 'ada') =>
      (await app.ask(path, bearer(clerk.mintSessionToken(user, claims)))).status;
    const active = (id: string, slg?: string) => ({ o: { id, slg, rol: 'admin' } });

    it('lets members of any organization in, and nobody who acts for none', async () => {
      expect(await status('/any')).toBe(200);
      expect(await status('/any', undefined, 'alan')).toBe(403);
      expect((await app.ask('/any')).status).toBe(401);
    });

    it.each(['/of/', '/of/x/of/', '/class/'])(
      'knows the organization by id and by slug: %s',
      async (before) => {
        const after = before === '/class/' ? '/plain' : '';
        expect(await status(`${before}${acme().id}${after}`)).toBe(200);
        expect(await status(`${before}acme${after}`)).toBe(200);
        expect(await status(`${before}umbrella${after}`)).toBe(403);
        expect(await status(`${before}acme${after}`, undefined, 'alan')).toBe(403);
      },
    );

    it('knows it in tokens of version 1', async () => {
      const claims = {
        v: undefined,
        o: undefined,
        org_id: 'org_1',
        org_slug: 'one',
        org_role: 'admin',
      };
      expect(await status('/of/org_1', claims)).toBe(200);
      expect(await status('/of/one', claims)).toBe(200);
      expect(await status('/of/acme', claims)).toBe(403);
    });

    it('sees parameters of RouterModule', async () => {
      expect(await status('/in/acme/invoices')).toBe(200);
      expect(await status('/in/umbrella/invoices')).toBe(403);
    });

    it('wants every organization that it is told to', async () => {
      expect(await status(`/of/acme/and/${acme().id}`)).toBe(200);
      expect(await status('/of/acme/and/umbrella')).toBe(403);
      expect(await status('/of/umbrella/and/acme')).toBe(403);
    });

    it.each(['org_victim', 'org_'])(
      'another organization whose slug is the id of the victim stays out: %s',
      async (id) => {
        expect(await status(`/of/${id}`, active('org_attacker', id))).toBe(403);
      },
    );

    it('another organization whose id is the slug of the victim stays out', async () => {
      expect(await status('/of/victim', active('victim', 'attacker'))).toBe(403);
    });

    it.each([
      ['in capitals', 'ACME'],
      ['with a blank', '%20acme'],
      ['encoded twice', '%2561cme'],
      ['with a null', 'acme%00'],
      ['as a list', 'acme,umbrella'],
      ['as a path', 'umbrella%2F..%2Facme'],
      ['as its beginning', 'acm'],
      ['as a longer name', 'acme2'],
      ['as undefined', 'undefined'],
      ['as null', 'null'],
    ])('a name that is not quite the organization’s is another’s: %s', async (_case, name) => {
      expect([400, 403, 404]).toContain(await status(`/of/${name}`));
    });

    it('an encoded name is the same name', async () => {
      expect(await status('/of/%61cme')).toBe(200);
      expect(await status(`/of/${acme().id.replace('_', '%5F')}`)).toBe(200);
      expect(await status('/of/org%5Fvictim', active('org_attacker', 'org_victim'))).toBe(403);
    });

    it.each([
      ['in the query', '/of/umbrella?org=acme'],
      ['in the query as a list', '/of/umbrella?org[]=acme&org=acme'],
      ['in another parameter', '/of/acme/of/umbrella'],
    ])('the right name in the wrong place opens nothing: %s', async (_case, path) => {
      expect(await status(path)).toBe(403);
    });

    it.each(['undefined', 'null', 'org_undefined'])(
      'an organization without a slug is not the one called %s',
      async (name) => {
        expect(await status(`/of/${name}`, active('org_attacker'))).toBe(403);
      },
    );

    it('a user without an organization opens none, however it is called', async () => {
      for (const name of ['acme', 'undefined', 'null', 'org_', '0']) {
        expect(await status(`/of/${name}`, undefined, 'alan')).toBe(403);
        expect(await status(`/of/${name}`, active(''), 'alan')).toBe(403);
      }
    });

    it('a membership of the user does not count, only the organization that is active', async () => {
      expect(await status('/of/acme', { o: undefined })).toBe(403);
      expect(await status('/of/acme', active('org_second', 'second'))).toBe(403);
    });

    it('an API key of the organization is known by the id, as it has no slug', async () => {
      const key = bearer(clerk.createApiKey({ subject: 'acme' }).token);
      const asked = async (path: string) => (await app.ask(path, key)).status;
      expect(await asked(`/programs/${acme().id}`)).toBe(200);
      expect(await asked(`/programs/${acme().id}/any`)).toBe(200);
      expect(await asked('/programs/acme')).toBe(403);
      expect(await asked('/programs/org_other')).toBe(403);
      expect(await asked('/programs/undefined')).toBe(403);
    });

    it('neither a key of a member nor a machine acts for the organization', async () => {
      const tokens = [
        clerk.createApiKey({ subject: 'ada' }),
        clerk.createM2mToken({ subject: 'worker', claims: { org_id: acme().id } }),
        clerk.createM2mToken({ subject: 'worker', tokenFormat: 'jwt', claims: active(acme().id) }),
        clerk.createOAuthAccessToken({ subject: 'ada' }),
      ];
      for (const { token } of tokens) {
        expect((await app.ask(`/programs/${acme().id}`, bearer(token))).status).toBe(403);
        expect((await app.ask(`/programs/${acme().id}/any`, bearer(token))).status).toBe(403);
      }
    });
  });

  describe.each(PLATFORMS)('@RequireOrganization() below a global prefix on %s', (platform) => {
    let clerk: LocalClerk;
    beforeAll(async () => {
      clerk = await LocalClerk.start();
    });
    afterAll(() => clerk.stop());
    const app = policyAppForTests(
      platform,
      { controllers: [InvoicesController] },
      () => clerk.options,
      {
        configure: (nest) => nest.setGlobalPrefix('of/:org'),
      },
    );

    it('sees the parameter of the prefix', async () => {
      const headers = bearer(clerk.mintSessionToken('ada'));
      expect((await app.ask('/of/acme/invoices', headers)).status).toBe(200);
      expect((await app.ask('/of/umbrella/invoices', headers)).status).toBe(403);
    });
  });
});

describe('classes of policies', () => {
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
    const as = (user: string, path: string) =>
      app.ask(path, bearer(instance.mintSessionToken(user)));

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
});
