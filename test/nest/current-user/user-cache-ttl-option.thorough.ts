import { describe, expect, it } from '@jest/globals';
import { Test } from '@nestjs/testing';
import { ClerkConfigurationError, ClerkModule } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';

const { publishableKey, secretKey, jwtKey } = new LocalInstance();

/** Boots with a value of the option, which untyped code may have given. */
async function boot(userCacheTtlInMs: unknown) {
  const options = { publishableKey, secretKey, jwtKey, userCacheTtlInMs };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- wrong on purpose
  const imports = [ClerkModule.forRoot(options as object)];
  const module = await Test.createTestingModule({ imports }).compile();
  await module.close();
}

describe('the option userCacheTtlInMs', () => {
  it.each([undefined, 0, 1, 0.5, 86_400_000])('can be %p', async (value) => {
    await expect(boot(value)).resolves.toBeUndefined();
  });

  it.each<[unknown]>([
    [-1],
    ['5000'],
    ['5s'],
    [''],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [true],
    [null],
    [[5]],
    [5n],
    [{}],
    [() => 5],
  ])('refuses to boot with %p', async (value) => {
    const booting = boot(value);
    await expect(booting).rejects.toThrow(ClerkConfigurationError);
    await expect(booting).rejects.toThrow(
      'userCacheTtlInMs must be a number of milliseconds, 0 or more',
    );
  });
});
