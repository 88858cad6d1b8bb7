import { NestFactory } from '@nestjs/core';
import { ClerkModule, formatAudit } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { rootModule } from './root-module.ts';

// Prints who gets in where. The keys only have to be some: nobody is asked for anything.
const { publishableKey, jwtKey } = new LocalInstance();
const webhookSecret = `whsec_${Buffer.from('of no instance at all...').toString('base64')}`;
process.env['CLERK_PUBLISHABLE_KEY'] ??= publishableKey;
process.env['CLERK_JWT_KEY'] ??= jwtKey;
process.env['CLERK_WEBHOOK_SIGNING_SECRET'] ??= webhookSecret;

const app = await NestFactory.create(rootModule(), { logger: ['error'] });
process.stdout.write(`${formatAudit(ClerkModule.audit(app))}\n`);
await app.close();
