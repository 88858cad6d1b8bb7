import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import { isPlainObject } from '../plain-object.js';
import { BODY_LIMIT_IN_BYTES, BODY_TIMEOUT_IN_MS } from './body/request-body.js';
import { InMemoryDeliveryStore } from './delivery/in-memory-delivery-store.js';
import type { WebhookDeliveryStore } from './delivery/webhook-delivery-store.js';
import { SECRET_VARIABLE, SigningSecrets } from './signature/signing-secrets.js';
import { TOLERANCE_IN_SECONDS } from './signature/timestamp.js';
import type { ClerkWebhookOptions } from './webhook-options.js';

/** Options and environment, checked. */
export interface WebhookSettings extends Required<
  Omit<ClerkWebhookOptions, 'signingSecret' | 'signingSecrets'>
> {
  /** Undefined when nobody gave one: then there may be no handler. */
  readonly secrets: SigningSecrets | undefined;
}

const PATH = '/webhooks/clerk';
const LEASE_IN_MS = 300_000;
/** The longest that timers know. */
const LONGEST_IN_MS = 2 ** 31 - 1;

const NAMES = [
  'path',
  'signingSecret',
  'signingSecrets',
  'bodyLimitInBytes',
  'bodyTimeoutInMs',
  'toleranceInSeconds',
  'store',
  'leaseInMs',
];

/**
 * @param options As the application gave them.
 * @param environment Where the secret is looked for else.
 * @throws ClerkConfigurationError that names what is wrong, never with a secret.
 */
export function readWebhookSettings(
  options: ClerkWebhookOptions,
  environment: NodeJS.ProcessEnv,
): WebhookSettings {
  const given: unknown = options;
  if (!isPlainObject(given)) throw wrong('takes an object of options');
  const unknown = Object.keys(options).filter((name) => !NAMES.includes(name));
  if (unknown.length > 0) {
    throw wrong(`does not know ${unknown.join(', ')}. Options are: ${NAMES.join(', ')}`);
  }
  return {
    path: readPath(options.path ?? PATH),
    secrets: readSecrets(options, environment),
    bodyLimitInBytes: readNumber(options, 'bodyLimitInBytes', BODY_LIMIT_IN_BYTES, LONGEST_IN_MS),
    bodyTimeoutInMs: readNumber(options, 'bodyTimeoutInMs', BODY_TIMEOUT_IN_MS, LONGEST_IN_MS),
    toleranceInSeconds: readNumber(
      options,
      'toleranceInSeconds',
      TOLERANCE_IN_SECONDS,
      TOLERANCE_IN_SECONDS,
    ),
    store: readStore(options.store ?? new InMemoryDeliveryStore()),
    leaseInMs: readNumber(options, 'leaseInMs', LEASE_IN_MS, LONGEST_IN_MS),
  };
}

function readSecrets(
  { signingSecret, signingSecrets }: ClerkWebhookOptions,
  environment: NodeJS.ProcessEnv,
): SigningSecrets | undefined {
  if (signingSecrets === undefined) {
    const secret = signingSecret ?? environment[SECRET_VARIABLE];
    // A variable without a value is one that is not there.
    return secret ? new SigningSecrets([secret], 'signingSecret') : undefined;
  }
  if (signingSecret !== undefined) throw wrong('takes signingSecret or signingSecrets, not both');
  if (!Array.isArray(signingSecrets) || signingSecrets.length === 0) {
    throw wrong('takes a list of at least one secret as signingSecrets');
  }
  return new SigningSecrets(signingSecrets, 'signingSecrets');
}

function readPath(path: unknown): string {
  if (typeof path === 'string' && /^\/(?!\/)[^\s?#*:{}()\\]+$/.test(path)) return path;
  throw wrong('takes a path such as /webhooks/clerk, without parameters and query');
}

function readNumber(
  options: ClerkWebhookOptions,
  name: 'bodyLimitInBytes' | 'bodyTimeoutInMs' | 'toleranceInSeconds' | 'leaseInMs',
  standard: number,
  greatest: number,
): number {
  const value: unknown = options[name] ?? standard;
  if (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= greatest) {
    return Number(value);
  }
  throw wrong(`takes an integer from 1 to ${greatest} as ${name}`);
}

function readStore(store: WebhookDeliveryStore): WebhookDeliveryStore {
  const methods: (keyof WebhookDeliveryStore)[] = ['claim', 'complete', 'fail'];
  if (methods.every((method) => typeof store[method] === 'function')) return store;
  throw wrong('takes a store with the methods claim, complete and fail');
}

function wrong(what: string): ClerkConfigurationError {
  return new ClerkConfigurationError(`ClerkWebhookModule.forRoot() ${what}.`);
}
