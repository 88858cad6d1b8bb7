import { describe, expect, it } from '@jest/globals';
import {
  All,
  Controller,
  Delete,
  Get,
  Head,
  type INestApplication,
  Module,
  Post,
  Sse,
  Version,
  VERSION_NEUTRAL,
  type VersioningOptions,
  VersioningType,
} from '@nestjs/common';
import { RouterModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { ClerkModule } from 'clerk-nestjs';
import { EMPTY } from 'rxjs';
import { PLATFORMS } from '../support/platforms.js';
import { type AuditedSetup, auditOf, KEYS } from './audited.js';

@Controller('articles')
class Articles {
  @Get() list() {}
  @Get(':id') show() {}
  @Post() create() {}
  @Delete('/:id/') remove() {}
  @Head('size') size() {}
  @All('any') any() {}
  @Sse('news') news() {
    return EMPTY;
  }
  helper() {}
}

const BY_HEADER: VersioningOptions = { type: VersioningType.HEADER, header: 'x-version' };

/** A module that knows nothing of ours. */
@Module({ controllers: [Articles] })
class ElsewhereModule {}

const ROUTES = [
  'GET /articles',
  'GET /articles/:id',
  'POST /articles',
  'DELETE /articles/:id',
  'HEAD /articles/size',
  'ALL /articles/any',
  'GET /articles/news',
];

describe.each(PLATFORMS)('the audit on %s', (platform) => {
  const routesOf = async (
    metadata: Parameters<typeof auditOf>[0],
    configure?: AuditedSetup['configure'],
  ) => (await auditOf(metadata, { platform, configure })).map(({ route }) => route);

  it('lists every handler of a controller with verb and path, and no other method', async () => {
    expect(await routesOf({ controllers: [Articles] })).toEqual(ROUTES);
  });

  it('says all there is about one', async () => {
    expect((await auditOf({ controllers: [Articles] }, { platform }))[1]).toEqual({
      transport: 'http',
      route: 'GET /articles/:id',
      handler: 'Articles.show',
      access: 'open',
      acceptsToken: 'session_token',
      demands: [],
    });
  });

  it('lists the handlers of a module that does not import ours', async () => {
    expect(await routesOf({ imports: [ElsewhereModule] })).toEqual(ROUTES);
  });

  it('lists each of the modules that a controller is in', async () => {
    @Module({ controllers: [Articles] })
    class SecondModule {}
    const imports = [
      ElsewhereModule,
      SecondModule,
      RouterModule.register([{ path: 'second', module: SecondModule }]),
    ];
    const second = ROUTES.map((route) => route.replace('/', '/second/'));
    expect(await routesOf({ imports })).toEqual([...ROUTES, ...second]);
  });

  it('lists all paths of a controller with all paths of its handler', async () => {
    @Controller(['articles', 'posts'])
    class Several {
      @Get(['', 'list']) list() {}
    }
    expect(await routesOf({ controllers: [Several] })).toEqual([
      'GET /articles, /articles/list, /posts, /posts/list',
    ]);
  });

  it('writes / for the root', async () => {
    @Controller()
    class Root {
      @Get() show() {}
    }
    expect(await routesOf({ controllers: [Root] })).toEqual(['GET /']);
  });

  it('writes the global prefix and that of RouterModule before a path, in this order', async () => {
    const routes = [{ path: 'admin', children: [{ path: ':orgId', module: ElsewhereModule }] }];
    const imports = [ElsewhereModule, RouterModule.register(routes)];
    const listed = await routesOf({ imports }, (app) => app.setGlobalPrefix('api'));
    expect(listed).toEqual(ROUTES.map((route) => route.replace('/', '/api/admin/:orgId/')));
  });

  it('names the version of a handler, else that of its controller', async () => {
    @Controller({ path: 'versions', version: ['1', '2'] })
    class Versions {
      @Get() list() {}
      @Get('new') @Version('3') added() {}
      @Get('any') @Version([VERSION_NEUTRAL, '4']) neutral() {}
    }
    const listed = await routesOf({ controllers: [Versions] }, (app) =>
      app.enableVersioning(BY_HEADER),
    );
    expect(listed).toEqual([
      'GET /versions, version 1 or 2',
      'GET /versions/new, version 3',
      'GET /versions/any, version neutral or 4',
    ]);
  });

  it('names the version before the host', async () => {
    @Controller({ path: 'hosts', host: 'admin.example.com', version: '1' })
    class Hosts {
      @Get() list() {}
    }
    const configure = (app: INestApplication) => app.enableVersioning(BY_HEADER);
    expect(await routesOf({ controllers: [Hosts] }, configure)).toEqual([
      'GET /hosts, version 1, host admin.example.com',
    ]);
  });

  it('lists an application that is not initialized yet', async () => {
    const imports = [ClerkModule.forRoot(KEYS)];
    const module = await Test.createTestingModule({ imports, controllers: [Articles] }).compile();
    expect(ClerkModule.audit(module).map(({ route }) => route)).toEqual(ROUTES);
    await module.close();
  });
});

it('names every host of a controller, patterns as such', async () => {
  @Controller({ host: ['admin.example.com', /^intern\./] })
  class Hosts {
    @Get() list() {}
  }
  const [entry] = await auditOf({ controllers: [Hosts] });
  expect(entry?.route).toBe('GET /, host admin.example.com or /^intern\\./');
});

it('is not for an application without ClerkModule', async () => {
  const module = await Test.createTestingModule({ controllers: [Articles] }).compile();
  expect(() => ClerkModule.audit(module)).toThrow(/AccessAudit/);
  await module.close();
});
