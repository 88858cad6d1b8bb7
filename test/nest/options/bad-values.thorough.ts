import { afterEach, describe, expect, it } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import { ClerkConfigurationError, ClerkModule, type ClerkOptions } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { withEnvironment } from './with-environment.js';

const { publishableKey, secretKey, jwtKey } = new LocalInstance();

const booted: TestingModule[] = [];
afterEach(async () => {
  for (const module of booted.splice(0)) await module.close();
});

/** The sentences that an application is refused with; none when it boots. */
async function refusal(options: object, environment: Record<string, string> = {}) {
  const boot = async () => {
    const imports = [ClerkModule.forRoot(options)];
    booted.push(await Test.createTestingModule({ imports }).compile());
    return '';
  };
  return withEnvironment(environment, boot).catch((error: unknown) => {
    if (error instanceof ClerkConfigurationError) return error.message;
    throw error;
  });
}

/** An option, the variable that sets it too, and values that can't be meant. */
const TABLE: [keyof ClerkOptions, string | undefined, ...unknown[]][] = [
  ['publishableKey', 'CLERK_PUBLISHABLE_KEY', 'pk_test_%', secretKey, 'sk_test_x', 5, null],
  ['secretKey', 'CLERK_SECRET_KEY', publishableKey, 'sk_test_ü', 'sk test', 5, null],
  ['machineSecretKey', 'CLERK_MACHINE_SECRET_KEY', secretKey, publishableKey, 'ak\u0000', 5, null],
  ['jwtKey', 'CLERK_JWT_KEY', 'no key', jwtKey.slice(0, 100), 5, null],
  ['apiUrl', 'CLERK_API_URL', 'api.clerk.com', '/v1', 'ftp://api.example', 'http://', 5, null],
  ['apiVersion', 'CLERK_API_VERSION', 5, ['v1'], null],
  ['signInUrl', 'CLERK_SIGN_IN_URL', 'sign-in', '//evil.example', '/\\evil.example', 5, null],
  ['signUpUrl', 'CLERK_SIGN_UP_URL', 'sign-up', 'javascript:alert(1)', '//evil.example', 5, null],
  ['afterSignInUrl', undefined, 'home', '//evil.example', 'javascript:alert(1)', 5, null],
  ['afterSignUpUrl', undefined, 'home', '//evil.example', 'javascript:alert(1)', 5, null],
  ['audience', undefined, 5, [5], [], [''], null],
  [
    'authorizedParties',
    undefined,
    'https://a.example',
    ['https://a.example/'],
    [],
    [5],
    [''],
    5,
    null,
  ],
  ['clockSkewInMs', undefined, -1, '5', Number.NaN, Number.POSITIVE_INFINITY, null],
  ['headerType', undefined, 5, [5], [], [''], null],
  ['skipJwksCache', undefined, 'true', 1, null],
  ['jwksCacheTtlInMs', undefined, -1, '5', Number.NaN, Number.POSITIVE_INFINITY, null],
  ['jwksStaleTtlInMs', undefined, -1, '5', Number.NaN, Number.POSITIVE_INFINITY, null],
  ['clerkClient', undefined, {}, 'client', { users: {} }, null],
  ['debug', undefined, 'true', 1, null],
  ['enableHandshake', undefined, 'false', 0, null],
  ['acceptsToken', undefined, 'session', [], ['api_key', 'any'], ['x'], {}, null],
];

const label = (name: string, variable: string | undefined) =>
  variable ? `${name} (environment variable ${variable})` : name;

describe.each(TABLE)('%s refuses at boot, by option and variable,', (name, variable, ...values) => {
  it.each(values.map((value) => [value]))('%j', async (value) => {
    const message = await refusal({ publishableKey, secretKey, [name]: value });
    // The key itself is read later than the options, and says it in its own words.
    const named =
      name === 'jwtKey' ? /`?jwtKey`? \(environment variable CLERK_JWT_KEY\)/ : undefined;
    expect(message).toMatch(named ?? label(name, variable));
  });

  const texts = values.filter((value) => typeof value === 'string' && !value.includes('\0'));
  if (variable === undefined || texts.length === 0) return;

  it.each(texts)('%j in the variable', async (value) => {
    const keys: object = { publishableKey, secretKey, [name]: undefined };
    const message = await refusal(keys, { [variable]: String(value) });
    expect(message).toContain(name);
    expect(message).toContain(`environment variable ${variable}`);
  });
});

describe('acceptsToken without the keys that its kinds need refuses at boot:', () => {
  const SECRET = 'secretKey (environment variable CLERK_SECRET_KEY)';
  const MACHINE = 'machineSecretKey (environment variable CLERK_MACHINE_SECRET_KEY)';
  const PUBLISHABLE = 'publishableKey (environment variable CLERK_PUBLISHABLE_KEY)';

  it.each<[string, ClerkOptions, string[]]>([
    ['API keys without a secret key', { acceptsToken: 'api_key' }, ['api_key', SECRET]],
    [
      'API keys with jwtKey alone, which can’t verify them',
      { publishableKey, jwtKey, acceptsToken: ['session_token', 'api_key'] },
      ['api_key', SECRET],
    ],
    ['M2M tokens without any key', { acceptsToken: 'm2m_token' }, ['m2m_token', MACHINE, SECRET]],
    ['sessions without any key', { publishableKey }, [SECRET, 'jwtKey']],
    ['sessions without a publishable key', { secretKey }, [PUBLISHABLE]],
    [
      'OAuth tokens without a publishable key',
      { secretKey, acceptsToken: 'oauth_token' },
      [PUBLISHABLE],
    ],
    ['any without a publishable key', { secretKey, acceptsToken: 'any' }, [PUBLISHABLE]],
  ])('%s', async (_case, options, named) => {
    const message = await refusal(options);
    for (const name of named) expect(message).toContain(name);
  });

  it.each<[string, ClerkOptions]>([
    ['M2M tokens with the machine’s key', { machineSecretKey: 'ak_1', acceptsToken: 'm2m_token' }],
    ['M2M tokens with the secret key', { secretKey, acceptsToken: 'm2m_token' }],
    ['M2M tokens with jwtKey', { jwtKey, acceptsToken: 'm2m_token' }],
    ['API keys with the secret key', { secretKey, acceptsToken: 'api_key' }],
  ])('but not %s', async (_case, options) => {
    expect(await refusal(options)).toBe('');
  });
});
