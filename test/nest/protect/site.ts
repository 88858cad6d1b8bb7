import { mkdtemp, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  All,
  Controller,
  Get,
  type INestApplication,
  Options,
  Post,
  VersioningType,
} from '@nestjs/common';
import { ClerkModule, type ProtectRule } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import express from 'express';
import { type Platform, type RunningApp, startApp } from '../support/platforms.js';

export const instance = new LocalInstance();

/** Keys that need no network. */
export const { publishableKey, jwtKey } = instance;

/** What only those may read who are let on. */
export const SECRET = 'the secret';

@Controller()
class SiteController {
  @Get('open')
  open() {
    return 'open';
  }

  @Get('admin')
  admin() {
    return SECRET;
  }

  @Post('admin')
  change() {
    return SECRET;
  }

  @Get('admin/users/:id')
  user() {
    return SECRET;
  }

  @All('admin/all')
  all() {
    return SECRET;
  }

  @Options('admin/options')
  options() {
    return SECRET;
  }
}

@Controller({ path: 'admin', version: '1' })
class VersionedController {
  @Get('versioned')
  versioned() {
    return SECRET;
  }
}

/** How an application is made. */
export interface SiteSetup {
  /** Beside what every site has. */
  readonly configure?: (app: INestApplication) => unknown;
  /** The module in place of one with the rule. */
  readonly module?: ReturnType<typeof ClerkModule.forRoot>;
}

/**
 * An application with handlers below `/api`, some of a version, files below `/files`, and another
 * router below `/other`.
 */
export async function startSite(
  platform: Platform,
  protect: ProtectRule,
  { configure, module }: SiteSetup = {},
): Promise<RunningApp> {
  const files = await mkdtemp(join(tmpdir(), 'clerk-nestjs-site-'));
  await writeFile(join(files, 'report.txt'), SECRET);
  await writeFile(join(files, 'free.txt'), 'free');
  const options = { publishableKey, jwtKey, enableHandshake: false };
  return startApp(
    platform,
    {
      imports: [module ?? ClerkModule.forRoot({ ...options, protect })],
      controllers: [SiteController, VersionedController],
    },
    {
      configure: async (app) => {
        app.setGlobalPrefix('api');
        app.enableVersioning({ type: VersioningType.URI });
        await configure?.(app);
        app.use('/files', express.static(files));
        app.use('/other', platform === 'express' ? otherRouter() : tellSecret);
      },
    },
  );
}

/** A router of Express's own, which Nest knows nothing of. */
function otherRouter(): express.Router {
  const router = express.Router();
  router.get('/ping', (_request, response) => void response.send('pong'));
  router.get(['/secret', '/secret/:id'], (_request, response) => void response.send(SECRET));
  return router;
}

/** The same as a raw middleware. */
function tellSecret(
  { url, originalUrl }: IncomingMessage & { originalUrl?: string },
  response: ServerResponse,
): void {
  response.end((originalUrl ?? url ?? '').endsWith('/ping') ? 'pong' : SECRET);
}
