import type { INestApplication, ModuleMetadata } from '@nestjs/common';
import { type AuditEntry, ClerkModule, type ClerkModuleOptions } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { type Platform, startApp } from '../support/platforms.js';

const { publishableKey, jwtKey } = new LocalInstance();

/** Enough to boot; nobody is asked for anything. */
export const KEYS = { publishableKey, jwtKey };

/** How an audited application differs from the plainest one. */
export interface AuditedSetup {
  readonly platform?: Platform;
  readonly extras?: ClerkModuleOptions;
  readonly configure?: (app: INestApplication) => unknown;
}

/** What the audit says of an application made of these parts. */
export async function auditOf(
  metadata: ModuleMetadata,
  { platform = 'express', extras = {}, configure }: AuditedSetup = {},
): Promise<AuditEntry[]> {
  const ours = ClerkModule.forRoot({ ...KEYS, ...extras });
  const root = { ...metadata, imports: [ours, ...(metadata.imports ?? [])] };
  const { app } = await startApp(platform, root, { configure });
  try {
    return ClerkModule.audit(app);
  } finally {
    await app.close();
  }
}

/** The entries as short lines: `protected GET /articles`. */
export async function accessOf(
  metadata: ModuleMetadata,
  setup: AuditedSetup = {},
): Promise<string[]> {
  return (await auditOf(metadata, setup)).map(({ access, route }) => `${access} ${route}`);
}
