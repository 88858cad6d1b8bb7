import type {
  CheckAuthorizationFromSessionClaims,
  CheckAuthorizationParams,
} from '../../engine/auth/index.js';
import { ClerkConfigurationError } from '../../clerk-configuration-error.js';
import { type AcceptedTokens, TokenType } from '../../engine/token-type.js';
import { isPlainObject } from '../../plain-object.js';
import { tokenTypes } from '../../options/option-checks.js';
import { assertAnswerable, isQuestion } from '../policy/read-question.js';
import type { AuthProtectOptions } from './auth-protect.js';

/** What a call of `auth.protect()` asks for. */
export interface ProtectDemand {
  /** The kinds of token that count. */
  readonly token: AcceptedTokens;
  /** What `has()` has to say; absent where being signed in is enough. */
  readonly allows: ((has: CheckAuthorizationFromSessionClaims) => boolean) | undefined;
  readonly unauthenticatedUrl: string | undefined;
  readonly unauthorizedUrl: string | undefined;
}

/** The members of the options, which may stand beside those of a question. */
const OPTIONS: readonly string[] = [
  'token',
  'unauthorizedUrl',
  'unauthenticatedUrl',
] satisfies (keyof AuthProtectOptions)[];

/**
 * Reads the arguments of `auth.protect()`. A member that is misspelt or has come out blank would
 * demand nothing, and let everybody on who is signed in.
 *
 * @param first A question to `has()`, a function of it, or the options.
 * @param second The options.
 * @throws ClerkConfigurationError that names the member.
 */
export function readDemand(first: unknown, second: unknown): ProtectDemand {
  const allows = typeof first === 'function' ? fromFunction(first) : undefined;
  const [question, options] = split(allows ? undefined : first);
  const [misplaced, more] = split(second);
  const unknown = Object.keys(misplaced)[0];
  if (unknown !== undefined) throw unknownMember(unknown);
  if (!isQuestion(question)) throw unknownMember(Object.keys(question).find(isUnknown) ?? '');
  assertAnswerable('auth.protect()', question);
  // As in the vendor's: what stands beside the question comes first.
  const token = options.token || more.token || TokenType.SessionToken;
  assertToken(token);
  return {
    token,
    allows: allows ?? fromQuestion(question),
    unauthenticatedUrl: options.unauthenticatedUrl || more.unauthenticatedUrl || undefined,
    unauthorizedUrl: options.unauthorizedUrl || more.unauthorizedUrl || undefined,
  };
}

function split(argument: unknown): [question: object, options: AuthProtectOptions] {
  if (argument === undefined || argument === null) return [{}, {}];
  // Of a promise, a map or an instance nothing would be seen, and nothing demanded.
  if (!isPlainObject(argument) || Object.getOwnPropertySymbols(argument).length > 0) {
    throw noDemand();
  }
  const members = Object.entries(argument);
  const isOption = ([name]: [string, unknown]) => OPTIONS.includes(name);
  return [
    Object.fromEntries(members.filter((member) => !isOption(member))),
    Object.fromEntries(members.filter(isOption)),
  ];
}

function fromQuestion(question: CheckAuthorizationParams): ProtectDemand['allows'] {
  if (Object.keys(question).length === 0) return undefined;
  return (has) => has(question);
}

/** Only true lets on: a promise, which is what an async function gives, says nothing yet. */
// oxlint-disable-next-line typescript/no-unsafe-function-type -- what untyped code passes; it is only called
function fromFunction(allows: Function): ProtectDemand['allows'] {
  return (has) => Reflect.apply(allows, undefined, [has]) === true;
}

function isUnknown(name: string): boolean {
  return !isQuestion({ [name]: undefined });
}

function assertToken(token: unknown): void {
  const problem = tokenTypes(token);
  if (problem) throw new ClerkConfigurationError(`auth.protect(): token ${problem}.`);
}

function unknownMember(name: string): ClerkConfigurationError {
  return new ClerkConfigurationError(
    `auth.protect() does not know ${JSON.stringify(name)}. It takes role, permission, feature, plan, ` +
      `reverification or a function of has, and ${OPTIONS.join(', ')}.`,
  );
}

function noDemand(): ClerkConfigurationError {
  return new ClerkConfigurationError(
    'auth.protect() takes an object such as { role: "org:admin" }, a function of has, or nothing.',
  );
}
