import { type INestApplication, Module, type Type } from '@nestjs/common';
import { LazyModuleLoader, RouterModule } from '@nestjs/core';
import { ClerkModule, type ClerkModuleOptions } from 'clerk-nestjs';
import type { Arena, Shape } from '../arena.js';
import { type Attempt, type Knock, knock } from '../attempt.js';
import { UndeclaredController, VaultController } from '../controllers.js';
import { get, type RawRequest } from '../raw-request.js';

/** Modules that do not import ClerkModule. */
@Module({ controllers: [VaultController] })
class ElsewhereModule {}

@Module({ controllers: [UndeclaredController] })
class UndeclaredModule {}

@Module({ imports: [ElsewhereModule] })
class WingModule {}

function of(extras: ClerkModuleOptions, imports: Type[], more: Partial<Shape> = {}): Shape {
  const metadata: Shape['metadata'] = (clerk) => ({
    imports: [...imports, ClerkModule.forRoot({ ...clerk.options, ...extras })],
  });
  return { metadata, home: get('/vault'), ...more };
}

const routed: Shape = {
  metadata: (clerk) => ({
    imports: [
      ClerkModule.forRoot(clerk.options),
      WingModule,
      RouterModule.register([
        {
          path: 'wing',
          module: WingModule,
          children: [{ path: ':room', module: ElsewhereModule }],
        },
      ]),
    ],
  }),
  home: get('/wing/a/vault'),
};

const load = (module: Type) => (app: INestApplication) =>
  app.get(LazyModuleLoader).load(() => module);

/** Where whoever is signed in may enter. */
const undeclared = { intruders: ['nobody', 'stranger'] } satisfies Partial<Knock>;
const reached = (request: RawRequest): Knock => ({ request, reaches: 'both' });

const outside = of({}, [ElsewhereModule]);
const global = of({ isGlobal: false, globalGuard: true }, [UndeclaredModule]);
const lazy = of({}, [], { configure: load(ElsewhereModule) });
const lazyUndeclared = of({ globalGuard: true }, [], { configure: load(UndeclaredModule) });
const lateHome = of({}, [ElsewhereModule]);

/** A module that has the decorators and not the guard's providers: the application must not start. */
const REFUSES_TO_BOOT: Attempt = {
  name: 'a controller in a module that does not import ours, isGlobal false: refuses to boot',
  async run(arena: Arena): Promise<string[]> {
    const booted = arena.start(of({ isGlobal: false }, [ElsewhereModule]));
    const why = await booted.then(() => 'it booted', String);
    return /can't resolve dependencies of the ClerkAuthGuard/i.test(why) ? [] : [why];
  },
};

@Module({ controllers: [UndeclaredController] })
class LateModule {}

/** Loaded while the application serves: Nest routes none of its controllers. */
const LATE: Attempt = {
  name: 'a lazy module loaded after the start',
  async run(arena: Arena): Promise<string[]> {
    const { app } = await arena.start(lateHome);
    await load(LateModule)(app);
    return knock(this.name, lateHome, reached(get('/vault'))).run(arena);
  },
};

/** Modules that ours does not know of, and routes that a module is given from outside. */
export const MODULE_ATTEMPTS: readonly Attempt[] = [
  knock('RouterModule', routed, reached(get('/wing/a/vault'))),
  knock('RouterModule: an encoded parameter', routed, reached(get('/wing/a%2F..%2Fb/vault'))),
  knock('RouterModule: the path without it', routed, {
    request: get('/vault'),
    reaches: 'neither',
  }),
  knock(
    'a controller in a module that does not import ours, isGlobal true',
    outside,
    reached(get('/vault')),
  ),
  REFUSES_TO_BOOT,
  knock('a controller that declares nothing, isGlobal false, under globalGuard', global, {
    ...reached(get('/vault')),
    ...undeclared,
  }),
  knock('HEAD under globalGuard', global, {
    ...reached({ line: 'HEAD /vault HTTP/1.1' }),
    ...undeclared,
  }),
  knock('a percent-encoded path under globalGuard', global, {
    request: get('/%76ault'),
    reaches: 'fastify',
    ...undeclared,
  }),
  knock('a lazy module loaded before the start', lazy, reached(get('/vault'))),
  knock('a lazy module that declares nothing, under globalGuard', lazyUndeclared, {
    ...reached(get('/vault')),
    ...undeclared,
  }),
  LATE,
];
