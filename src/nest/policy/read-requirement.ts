import type { Type } from '@nestjs/common';
import type { CheckAuthorizationParams } from '../../engine/auth/index.js';
import { assertAnswerable, isQuestion } from './read-question.js';
import { ClerkConfigurationError } from '../../clerk-configuration-error.js';
import type { ClerkPolicy, PolicyFunction, PolicyInput, Requirement } from './requirement.js';

/** Requirements that were made here; what merely looks like one was not checked. */
const made = new WeakSet<object>();

/** Marks a requirement as one of ours. */
export function makeRequirement<Made extends Requirement>(requirement: Made): Made {
  made.add(requirement);
  return requirement;
}

/**
 * Reads what a decorator or a combinator was given.
 *
 * @param where The decorator or combinator, for messages.
 * @throws ClerkConfigurationError for what demands nothing or can never be met.
 */
export function readRequirement(where: string, input: PolicyInput): Requirement {
  if (isMade(input)) return input;
  if (isPolicyClass(input)) return makeRequirement({ kind: 'class', policy: input });
  if (isPolicyFunction(input)) return makeRequirement({ kind: 'function', check: input });
  return makeRequirement({ kind: 'has', question: readQuestion(where, input) });
}

/** As {@link readRequirement}, for a list that must not be empty. */
export function readRequirements(where: string, inputs: readonly PolicyInput[]): Requirement[] {
  if (inputs.length === 0) throw demandsNothing(where);
  return inputs.map((input) => readRequirement(where, input));
}

function readQuestion(where: string, input: unknown): CheckAuthorizationParams {
  if (!isQuestion(input)) {
    throw new ClerkConfigurationError(
      `${where} takes what has() takes (role, permission, feature, plan, reverification), a ` +
        'function (auth, context) => boolean, a policy class with a method authorize(), or what ' +
        'anyOf(), allOf() and not() return.',
    );
  }
  if (Object.keys(input).length === 0) throw demandsNothing(where);
  assertAnswerable(where, input);
  // Its own, so that nobody changes the rule afterwards.
  return structuredClone(input);
}

function isMade(input: PolicyInput): input is Requirement {
  return typeof input === 'object' && made.has(input);
}

function isPolicyClass(input: PolicyInput): input is Type<ClerkPolicy> {
  return typeof input === 'function' && typeof input.prototype?.authorize === 'function';
}

function isPolicyFunction(input: PolicyInput): input is PolicyFunction {
  // A class without authorize() is a mistake, and calling it would throw at every request.
  return typeof input === 'function' && !/^class\b/.test(Function.prototype.toString.call(input));
}

/** For a demand that has come out empty, and would let everybody through. */
export function demandsNothing(where: string): ClerkConfigurationError {
  return new ClerkConfigurationError(
    `${where} demands nothing. Name what is required, or use @UseGuards(ClerkAuthGuard) if being signed in is enough.`,
  );
}
