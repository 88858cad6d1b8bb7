import { createHash } from 'node:crypto';
import { RsaKey } from './rsa-key.js';

/** The moment at which every scenario takes place, in milliseconds: a whole second. */
export const NOW = Date.UTC(2026, 10, 21, 12, 0, 0);

/** The same in seconds, as claims count. */
export const NOW_IN_SECONDS = NOW / 1000;

/** An instance as its publishable key describes it. */
export interface WorldInstance {
  readonly type: 'production' | 'development';
  /** The Frontend API's host. */
  readonly frontendApi: string;
  readonly publishableKey: string;
  /** What its cookies end in. */
  readonly cookieSuffix: string;
}

/** The key whose public half the Backend API serves; its `kid` is {@link OWN_KID}. */
export const ownKey = new RsaKey();

/** A key that no instance knows. */
export const foreignKey = new RsaKey();

export const OWN_KID = 'ins_own';

/** Development instances of every naming that Clerk has had. */
export const DEVELOPMENT: readonly WorldInstance[] = [
  'calm-otter-12.clerk.accounts.dev',
  'keen-heron-7.clerk.accountsstage.dev',
  'clerk.calm.otter-3.lcl.dev',
].map((host) => instance('development', host));

export const PRODUCTION: readonly WorldInstance[] = [
  'clerk.example.com',
  'clerk.shop.example.co.uk',
].map((host) => instance('production', host));

/** Where applications are, for their browsers. */
export const ORIGINS = [
  'http://localhost:3000',
  'https://app.example.com',
  'https://satellite.example.net',
] as const;

/** Audiences that options and tokens are made of. */
export const AUDIENCES = ['https://api.example', 'https://other.example'] as const;

function instance(type: WorldInstance['type'], frontendApi: string): WorldInstance {
  const prefix = type === 'production' ? 'pk_live_' : 'pk_test_';
  const publishableKey = `${prefix}${Buffer.from(`${frontendApi}$`).toString('base64')}`;
  return { type, frontendApi, publishableKey, cookieSuffix: cookieSuffixOf(publishableKey) };
}

/** What the cookies of any publishable key end in. */
export function cookieSuffixOf(publishableKey: string): string {
  return createHash('sha1').update(publishableKey).digest('base64url').slice(0, 8);
}
