import { IncomingMessage, type Server, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { describe, expect, it } from '@jest/globals';
import { Controller, Get, type INestApplication, Param } from '@nestjs/common';
import { ClerkModule } from 'clerk-nestjs';
import { ClerkTestingModule } from 'clerk-nestjs/testing';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { prepareForExpress } from '../../../src/nest/http/express-fields.js';
import { startApp } from '../support/platforms.js';

setFlagsFromString('--allow-natives-syntax');
/** Whether V8 keeps the fields of two objects in the same places. */
// oxlint-disable-next-line typescript/no-implied-eval, typescript/no-unsafe-type-assertion -- it is no JavaScript to a parser
const hasSameMap = new Function('one', 'other', 'return %HaveSameMap(one, other)') as (
  one: object,
  other: object,
) => boolean;

@Controller('items')
class ItemsController {
  @Get(':id') item(@Param('id') id: string) {
    return { id };
  }
}

const OURS = { imports: [ClerkModule.forRoot(), ClerkTestingModule] };
const NOTHING = { imports: [] };

type Seen = Record<string, unknown>;

/** What those see who come after Express's router, of a request and its response. */
function look(request: Request, response: Response): Seen {
  const { locals, statusCode, statusMessage } = response;
  const { baseUrl, originalUrl, url, params, path, query } = request;
  // oxlint-disable-next-line typescript/no-unsafe-assignment, typescript/no-unsafe-member-access -- Express has no type for it
  const route: unknown = request.route?.path;
  const written = { locals, statusCode, statusMessage };
  // What only some requests have says something by being there.
  const telling = ['route', 'body', 'params', 'baseUrl'].filter((name) => name in request);
  return {
    baseUrl,
    originalUrl,
    url,
    params: { ...params },
    path,
    query,
    route,
    telling,
    ...written,
  };
}

/** Serves requests on Express, with our module or without, and notes what is seen of them on the way. */
async function see(
  imports: object,
  paths: readonly string[],
  extend: (instance: Express) => void = () => {},
): Promise<Seen[]> {
  const seen: Seen[] = [];
  const note = (request: Request, response: Response, next: NextFunction) => {
    seen.push(look(request, response));
    response.once('finish', () => seen.push(look(request, response)));
    next();
  };
  const configure = (app: INestApplication) => {
    extend(app.getHttpAdapter().getInstance());
    const part = express();
    part.get('/:name', note, (_request, response) => void response.json({}));
    app.use(note);
    app.use('/part', note, part);
  };
  const running = await startApp(
    'express',
    { ...imports, controllers: [ItemsController] },
    { configure, bodyParser: false },
  );
  try {
    for (const path of paths) await (await fetch(`${running.origin}${path}`)).text();
  } finally {
    await running.app.close();
  }
  return seen;
}

describe('the fields that are laid out for Express', () => {
  it('show nobody anything else than Express writes', async () => {
    const paths = ['/items/1?a=b', '/items/2', '/part/x?y', '/part', '/nowhere', '//items/3'];
    const seen = await see(OURS, paths);
    expect(seen).toEqual(await see(NOTHING, paths));
    expect(seen.map(({ route }) => route)).toContain('/items/:id');
    expect(JSON.stringify(seen)).not.toContain('"body"');
  });

  it('are all that Express writes, so that nothing is left to add', async () => {
    const added: string[][] = [];
    const responses: Response[] = [];
    const configure = (app: INestApplication) => {
      const server: Server = app.getHttpServer();
      // The module comes in front of this.
      server.prependListener('request', (request: Request, response: Response) => {
        const before = new Set([...Object.keys(request), ...Object.keys(response)]);
        response.once('finish', () => {
          const after = [...Object.keys(request), ...Object.keys(response)];
          added.push(after.filter((name) => !before.has(name)));
          responses.push(response);
        });
      });
    };
    const running = await startApp(
      'express',
      { ...OURS, controllers: [ItemsController] },
      { configure, bodyParser: false },
    );
    try {
      // V8 settles on a shape after some requests.
      for (let number = 0; number < 30; number += 1) await fetch(`${running.origin}/items/1`);
    } finally {
      await running.app.close();
    }
    // Before it changes the prototypes Express writes `res` and `req`. Node counts listeners. That a
    // request has a `route` says something.
    const known = new Set(['res', 'req', '_eventsCount', 'route']);
    const others = added.flat().filter((name) => !known.has(name));
    expect(others).toEqual([]);
    const [last, before] = responses.slice(-2);
    expect(last && before && hasSameMap(last, before)).toBe(true);
  });

  it.each<[what: string, extend: (instance: Express) => void]>([
    ['locals of responses', ({ response }) => Object.assign(response, { locals: { by: 'all' } })],
    ['the base of URLs', ({ request }) => Object.assign(request, { baseUrl: '/api' })],
    [
      'a status that is its own business',
      ({ response }) =>
        Object.defineProperty(response, 'statusMessage', {
          get: () => 'Fine',
          set: () => {},
        }),
    ],
  ])('hide nothing that an application gives all of its requests: %s', async (_what, extend) => {
    const seen = await see(OURS, ['/items/1', '/nowhere'], extend);
    expect(seen).toEqual(await see(NOTHING, ['/items/1', '/nowhere'], extend));
    expect(seen).not.toEqual(await see(NOTHING, ['/items/1', '/nowhere']));
  });

  it('leave what is there already', () => {
    const request = new IncomingMessage(new Socket());
    const response = new ServerResponse(request);
    const given = { next: 1, baseUrl: 2, originalUrl: '3', params: 4, _parsedUrl: 5 };
    const answered = { statusCode: 202, statusMessage: 'Fine', locals: 6 };
    Object.assign(request, given);
    Object.assign(response, answered);
    prepareForExpress(request, response);
    expect(request).toMatchObject(given);
    expect(response).toMatchObject(answered);
  });

  it('are not forced upon requests and responses of another kind', () => {
    class Request extends IncomingMessage {
      get next() {
        return 'mine';
      }
    }
    class Response extends ServerResponse {}
    const request = new Request(new Socket());
    const response = new Response(request);
    prepareForExpress(request, response);
    expect(request.next).toBe('mine');
    expect([Object.keys(request), Object.keys(response)].flat()).not.toContain('locals');
    expect('params' in request).toBe(false);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- somebody else emits the event
    const nothing = undefined as unknown as ServerResponse;
    expect(() => prepareForExpress(new IncomingMessage(new Socket()), nothing)).not.toThrow();
  });

  it('end with the application', async () => {
    const running = await startApp('express', { ...OURS, controllers: [ItemsController] });
    const server: Server = running.app.getHttpServer();
    const prepared = () =>
      server.listeners('request').filter(({ name }) => name.startsWith('prepare'));
    expect(prepared()).toEqual([prepareForExpress]);
    await running.app.close();
    expect(prepared()).toEqual([]);
  });

  it('leave what another listener has put there', async () => {
    const seen: Seen[] = [];
    const running = await startApp(
      'express',
      { ...OURS, controllers: [ItemsController] },
      {
        configure: (app) =>
          app.use((request: Request, response: Response, next: NextFunction) => {
            seen.push(look(request, response));
            next();
          }),
      },
    );
    const given = { originalUrl: '/prefix/items/1', baseUrl: '/prefix' };
    running.app.getHttpServer().prependListener('request', (request: object, response: object) => {
      Object.assign(request, given);
      Object.assign(response, { locals: { by: 'somebody' } });
    });
    try {
      await fetch(`${running.origin}/items/1`);
    } finally {
      await running.app.close();
    }
    expect(seen).toMatchObject([{ ...given, locals: { by: 'somebody' } }]);
  });

  it('are not put on requests of Fastify', async () => {
    const names: string[] = [];
    const running = await startApp(
      'fastify',
      { ...OURS, controllers: [ItemsController] },
      {
        configure: (app) =>
          app.use((request: object, _response: unknown, next: () => void) => {
            names.push(...Object.keys(request));
            next();
          }),
      },
    );
    try {
      await fetch(`${running.origin}/items/1`);
    } finally {
      await running.app.close();
    }
    expect(names).toContain('rawHeaders');
    for (const name of ['next', 'baseUrl', 'params', 'route', '_parsedUrl'])
      expect(names).not.toContain(name);
  });
});
