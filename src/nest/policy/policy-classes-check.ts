import type { Type } from '@nestjs/common';
import type { ModuleRef } from '@nestjs/core';
import { ClerkConfigurationError } from '../../clerk-configuration-error.js';
import { leavesOf } from './leaves.js';
import type { ClerkPolicy, Requirement } from './requirement.js';

/**
 * Refuses a handler whose policy class Nest has no instance of: each call would fail.
 *
 * @param where The handler, for the message.
 * @throws ClerkConfigurationError that names the class.
 */
export function checkPolicyClasses(
  where: string,
  requirements: readonly Requirement[],
  moduleRef: ModuleRef,
): void {
  for (const leaf of leavesOf(requirements)) {
    if (leaf.kind === 'class') assertProvided(where, leaf.policy, moduleRef);
  }
}

function assertProvided(where: string, policy: Type<ClerkPolicy>, moduleRef: ModuleRef): void {
  try {
    moduleRef.get(policy, { strict: false });
  } catch (cause) {
    throw new ClerkConfigurationError(
      `${where} demands the policy ${policy.name}, of which Nest has no instance. List it among the ` +
        'providers of a module, in the default scope: a policy of request scope can not be used.',
      { cause },
    );
  }
}
