import { describe, expect, it } from '@jest/globals';
import { Controller, type DynamicModule, Get, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import {
  ClerkConfigurationError,
  ClerkModule,
  type ClerkModuleExtras,
  type ClerkModuleOptions,
} from 'clerk-nestjs';
import { rejection } from '../client/backend-api-server.js';
import { instance } from './made-tenants.js';

const { publishableKey, secretKey, jwtKey } = instance;
const KEYS = { publishableKey, jwtKey };
const TENANTS = { resolve: () => 'acme', load: () => KEYS };
const compute = () => KEYS;

/** Some handler that nothing protects. */
@Controller('open-door')
class OpenDoorController {
  @Get()
  enter() {}
}

@Module({ controllers: [OpenDoorController] })
class OpenDoorModule {}

/** What an application says as it boots; undefined where it does boot. */
async function refusal(make: () => DynamicModule): Promise<unknown> {
  const boot = async () => {
    const imports = [make(), OpenDoorModule];
    const app = (await Test.createTestingModule({ imports }).compile()).createNestApplication({
      logger: false,
    });
    try {
      await app.init();
    } finally {
      await app.close();
    }
    throw new Error('It boots.');
  };
  return rejection(boot());
}

/** What untyped code may give. */
const optionsOf = (given: object) => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- wrong on purpose
  return given as ClerkModuleOptions;
};

describe('an application boots', () => {
  it.each<[string, () => DynamicModule]>([
    ['tenants', () => ClerkModule.forRoot({ tenants: TENANTS })],
    ['tenants and shared options', () => ClerkModule.forRoot({ tenants: TENANTS, debug: false })],
    ['a function', () => ClerkModule.forRoot(compute)],
    ['a function and extras', () => ClerkModule.forRoot(compute, { isGlobal: false })],
    ['options and no extras', () => ClerkModule.forRoot(KEYS, {})],
  ])('with %s', async (_what, make) => {
    expect(await refusal(make)).toMatchObject({ message: 'It boots.' });
  });
});

describe('an application refuses to boot', () => {
  it.each<[string, object, RegExp]>([
    ['a publishable key beside', { publishableKey }, /publishableKey can not stand beside tenants/],
    ['a secret key beside', { secretKey }, /secretKey can not stand beside tenants/],
    ['a PEM key beside', { jwtKey }, /jwtKey can not stand beside tenants/],
    ['every key beside', { ...KEYS, secretKey }, /publishableKey, secretKey, jwtKey can not stand/],
    ['a client beside', { clerkClient: {} }, /clerkClient can not stand beside tenants/],
    [
      'a misspelt rule beside',
      { authorisedParties: ['https://x.example'] },
      /authorisedParties is not an option/,
    ],
    ['a broken rule beside', { clockSkewInMs: '5' }, /clockSkewInMs/],
    ['a misspelt extra beside', { globalGaurd: true }, /globalGaurd is not an option/],
    ['a broken audit beside', { audit: 'eror' }, /'error', 'warn' or 'off'/],
  ])('over tenants with %s', async (_what, beside, message) => {
    const error = await refusal(() =>
      ClerkModule.forRoot(optionsOf({ tenants: TENANTS, ...beside })),
    );
    expect(error).toBeInstanceOf(ClerkConfigurationError);
    expect(error).toMatchObject({ message: expect.stringMatching(message) });
  });

  it.each<[string, unknown, RegExp]>([
    ['without load', { resolve: TENANTS.resolve }, /tenants\.load must be a function/],
    ['with a misspelt member', { ...TENANTS, unknwon: 404 }, /tenants has no member unknwon/],
    ['with a status of success', { ...TENANTS, unknown: 200 }, /tenants\.unknown must be/],
    ['that are none', null, /tenants must be an object/],
  ])('over tenants %s', async (_what, tenants, message) => {
    const late = () => ClerkModule.forRootAsync({ useFactory: () => optionsOf({ tenants }) });
    for (const make of [() => ClerkModule.forRoot(optionsOf({ tenants })), late]) {
      const error = await refusal(make);
      expect(error).toBeInstanceOf(ClerkConfigurationError);
      expect(error).toMatchObject({ message: expect.stringMatching(message) });
    }
  });

  it.each<[string, object, RegExp]>([
    ['a misspelt extra', { globalGaurd: true }, /forRoot\(\) does not know globalGaurd/],
    ['an option', { secretKey }, /does not know secretKey.*every other option belongs into/],
    ['tenants', { tenants: TENANTS }, /does not know tenants/],
  ])('over %s beside a function', (_what, beside, message) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- wrong on purpose
    const extras = beside as ClerkModuleExtras;
    expect(() => ClerkModule.forRoot(compute, extras)).toThrow(ClerkConfigurationError);
    expect(() => ClerkModule.forRoot(compute, extras)).toThrow(message);
    const late = { useFactory: () => compute, ...extras };
    expect(() => ClerkModule.forRootAsync(late)).toThrow(/forRootAsync\(\) does not know/);
  });

  it('over extras apart from options, which would have no effect', () => {
    const make = () => ClerkModule.forRoot(KEYS, { globalGuard: true });
    expect(make).toThrow(ClerkConfigurationError);
    expect(make).toThrow(/put them among the options/);
  });

  it.each<[string, () => DynamicModule]>([
    ['tenants', () => ClerkModule.forRoot({ tenants: TENANTS, audit: 'error' })],
    ['a function', () => ClerkModule.forRoot(compute, { audit: 'error' })],
  ])('over a handler that nothing protects, by audit beside %s', async (_form, make) => {
    expect(await refusal(make)).toMatchObject({
      message: expect.stringContaining('OpenDoorController.enter'),
    });
  });
});
