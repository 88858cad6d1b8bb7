import { describe, expect, it } from '@jest/globals';
import { Controller, Get, type Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { AcceptsToken, ClerkClient, ClerkModule, type ClerkModuleOptions } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';

const { publishableKey, secretKey, jwtKey, machineSecretKey } = new LocalInstance();

@Controller()
class Sessions {
  @Get() @AcceptsToken('session_token') show() {}
}

@Controller()
class Both {
  @Get() @AcceptsToken('session_token', 'm2m_token') show() {}
}

async function boot(options: ClerkModuleOptions, type: Type = Sessions): Promise<void> {
  const module = await Test.createTestingModule({
    imports: [ClerkModule.forRoot(options)],
    controllers: [type],
  }).compile();
  await module.init();
  await module.close();
}

describe('an application that takes programs only', () => {
  it.each<[string, ClerkModuleOptions]>([
    ['API keys, without a publishable key', { secretKey, acceptsToken: 'api_key' }],
    ['M2M tokens, without a publishable key', { secretKey, acceptsToken: 'm2m_token' }],
    ['M2M tokens, by a machine’s key alone', { machineSecretKey, acceptsToken: 'm2m_token' }],
  ])('and %s, boots with no handler that takes sessions', async (_name, options) => {
    for (const type of [Sessions, Both]) {
      await expect(boot(options, type)).rejects.toThrow(
        /\.show takes session tokens, for which keys are missing.*CLERK_PUBLISHABLE_KEY/,
      );
    }
  });

  it('may have such a handler with the keys for it', async () => {
    await boot({ publishableKey, jwtKey, secretKey, acceptsToken: 'api_key' }, Both);
  });
});

describe('a rule that has come out blank', () => {
  it.each(['audience', 'headerType', 'authorizedParties', 'acceptsToken'])(
    'refuses to boot: %s',
    async (name) => {
      for (const blank of ['', '  ']) {
        const options = { publishableKey, jwtKey, [name]: blank };
        await expect(boot(options)).rejects.toThrow(new RegExp(`- ${name} must be`));
      }
    },
  );
});

it('the injected client authenticates a web request without being told the keys again', async () => {
  const instance = new LocalInstance();
  const options = { publishableKey: instance.publishableKey, jwtKey: instance.jwtKey };
  const module = await Test.createTestingModule({
    imports: [ClerkModule.forRoot(options)],
  }).compile();
  const client = module.get(ClerkClient);
  const request = new Request('http://localhost:3000/', {
    headers: { authorization: `Bearer ${instance.mintSessionToken('ada')}` },
  });
  expect((await client.authenticateRequest(request)).status).toBe('signed-in');
  await module.close();
});
