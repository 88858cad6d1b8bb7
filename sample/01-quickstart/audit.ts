import { NestFactory } from '@nestjs/core';
import { ClerkModule, formatAudit } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { AppModule } from './app.module.ts';

// Prints who gets in where. The keys only have to be some: nobody is asked for anything.
const { publishableKey, jwtKey } = new LocalInstance();
process.env['CLERK_PUBLISHABLE_KEY'] ??= publishableKey;
process.env['CLERK_JWT_KEY'] ??= jwtKey;

const app = await NestFactory.create(AppModule, { logger: ['error'] });
process.stdout.write(`${formatAudit(ClerkModule.audit(app))}\n`);
await app.close();
