import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Logger, type ModuleMetadata, Post, UseGuards } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import {
  type AuditMode,
  ClerkAuthGuard,
  ClerkConfigurationError,
  ClerkModule,
  type ClerkModuleExtras,
  Public,
} from 'clerk-nestjs';
import { KEYS } from './audited.js';
import { MessagePattern, Operation, Resolver } from './other-handlers.js';

@Controller('articles')
class Articles {
  @Get(':id') show() {}
  @Post() @UseGuards(ClerkAuthGuard) create() {}
  @Get() @Public() list() {}
  @MessagePattern('sum') sum() {}
}

@Resolver()
class Authors {
  @Operation('Query') authors() {}
}

// Else the log would hold a warning of its own about a development instance.
const OPTIONS = { ...KEYS, allowedRedirectOrigins: [] };

const OPEN: ModuleMetadata = { controllers: [Articles], providers: [Authors] };

const SENTENCE =
  'These handlers are neither protected nor public. Put @UseGuards(ClerkAuthGuard), a requirement ' +
  'or @Public() on each or on its class, or set globalGuard: true:\n' +
  '  - Articles.show (GET /articles/:id)\n' +
  '  - Articles.sum (pattern sum)\n' +
  '  - Authors.authors (Query authors)';

@Controller('closed')
@UseGuards(ClerkAuthGuard)
class Closed {
  @Get() show() {}
  @Get('public') @Public() everybody() {}
}

const byForRoot = (extras: ClerkModuleExtras) => ClerkModule.forRoot({ ...OPTIONS, ...extras });

const byForRootAsync = (extras: ClerkModuleExtras) =>
  ClerkModule.forRootAsync({ ...extras, useFactory: () => Promise.resolve(OPTIONS) });

const WAYS = [
  ['forRoot', byForRoot],
  ['forRootAsync', byForRootAsync],
] as const;

let warnings: string[];

beforeEach(() => void (warnings = []));
afterEach(() => Logger.overrideLogger(false));

describe.each(WAYS)('with the extra `audit` of %s', (_way, ours) => {
  async function boot(extras: ClerkModuleExtras, parts = OPEN): Promise<void> {
    const metadata = { ...parts, imports: [ours(extras)] };
    const module = await Test.createTestingModule(metadata).compile();
    try {
      const warn = (message: unknown) => void warnings.push(String(message));
      // Not before: the testing module silences the log.
      Logger.overrideLogger({ log: () => undefined, error: () => undefined, warn });
      await module.createNestApplication().init();
    } finally {
      await module.close();
    }
  }

  it("'error' refuses to boot and names every open handler with its route", async () => {
    const attempt = boot({ audit: 'error' });
    await expect(attempt).rejects.toThrow(new Error(SENTENCE));
    await expect(attempt).rejects.toBeInstanceOf(ClerkConfigurationError);
    expect(warnings).toEqual([]);
  });

  it("'warn' boots and says the same in the log, once", async () => {
    await boot({ audit: 'warn' });
    expect(warnings).toEqual([SENTENCE]);
  });

  it.each<[string, ClerkModuleExtras]>([
    ["'off'", { audit: 'off' }],
    ['undefined', { audit: undefined }],
    ['absent', {}],
  ])('%s boots and says nothing', async (_mode, extras) => {
    await boot(extras);
    expect(warnings).toEqual([]);
  });

  it.each<AuditMode>(['error', 'warn'])(
    "'%s' has nothing to say where all is declared",
    async (audit) => {
      await boot({ audit }, { controllers: [Closed], providers: [] });
      expect(warnings).toEqual([]);
    },
  );

  it("'error' refuses what a global guard leaves open, and nothing else", async () => {
    await expect(
      boot({ audit: 'error', globalGuard: true }, { ...OPEN, providers: [] }),
    ).rejects.toThrow(/globalGuard: true:\n {2}- Articles\.sum \(pattern sum\)$/);
  });

  it.each([['Error'], [''], [null], [true], [0], [['error']], [{}]])(
    '%j is refused at once, as it would look at nothing',
    (audit: unknown) => {
      const extras: ClerkModuleExtras = {};
      Reflect.set(extras, 'audit', audit);
      expect(() => ours(extras)).toThrow(
        new ClerkConfigurationError("The extra `audit` must be 'error', 'warn' or 'off'."),
      );
    },
  );
});

describe('an `audit` among the options that a factory returns', () => {
  const late = { ...KEYS, audit: 'error' };

  class Factory {
    createClerkOptions() {
      return late;
    }
  }

  it.each([
    ['useFactory', ClerkModule.forRootAsync({ useFactory: () => late })],
    ['useClass', ClerkModule.forRootAsync({ useClass: Factory })],
  ])('of %s comes too late and is refused with where it belongs', async (_way, ours) => {
    await expect(Test.createTestingModule({ imports: [ours] }).compile()).rejects.toThrow(
      'audit is not an option. It shapes the application: give it beside useFactory, useClass or useExisting.',
    );
  });
});
