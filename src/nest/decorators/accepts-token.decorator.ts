import { UseGuards } from '@nestjs/common';
import { ClerkConfigurationError } from '../../clerk-configuration-error.js';
import { type AcceptedTokens, mergeAccepted, TokenType } from '../../engine/token-type.js';
import { ClerkAuthGuard } from '../clerk-auth.guard.js';
import { declareAcceptedTokens } from '../policy/declarations.js';
import { placeOf } from '../policy/place.js';
import type { AccessDecorator } from './requirements.decorator.js';

/**
 * Says which kinds of token a handler, or all handlers of a class, take: `session_token`, `api_key`,
 * `m2m_token`, `oauth_token`, several of them, or `any`. The nearest declaration counts. Brings
 * `ClerkAuthGuard` along.
 *
 * A program's token is verified only where it is taken: an opaque one costs a Backend API call.
 *
 * @example
 * ```ts
 * @Get('report')
 * @AcceptsToken('session_token', 'api_key')
 * report(@Auth({ acceptsToken: ['session_token', 'api_key'] }) auth: AuthObject) {}
 * ```
 */
export function AcceptsToken(
  ...types: ['any'] | [readonly [TokenType, ...TokenType[]]] | [TokenType, ...TokenType[]]
): AccessDecorator {
  const accepted = readKinds(types.flat());
  const guard = UseGuards(ClerkAuthGuard);
  return (target: object, name?: string | symbol, descriptor?: PropertyDescriptor) => {
    declareAcceptedTokens(placeOf(target, name, descriptor), accepted);
    Reflect.apply(guard, undefined, [target, name, descriptor]);
  };
}

/** One kind by itself and one in a list are different things to the vendor's SDKs: see `reason`. */
function readKinds(kinds: readonly (TokenType | 'any')[]): AcceptedTokens {
  assertKnown(kinds);
  const accepted = mergeAccepted(kinds);
  const [only, ...others] = accepted === 'any' ? [] : [accepted].flat();
  return only && others.length === 0 ? only : accepted;
}

/** A misspelt kind would be one that no token is of. */
function assertKnown(kinds: readonly string[]): void {
  const known: readonly string[] = [...Object.values(TokenType), 'any'];
  const unknown = kinds.find((kind) => !known.includes(kind));
  if (unknown === undefined && kinds.length > 0) return;
  const what = unknown === undefined ? 'names no kind of token' : `does not know ${unknown}`;
  throw new ClerkConfigurationError(`@AcceptsToken() ${what}. It takes: ${known.join(', ')}.`);
}
