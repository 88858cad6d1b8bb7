import type { Policy } from '../policy.js';
import { type MachineTokenType, TokenType } from '../token-type.js';

/** The one kind that is taken, where that is a program's and named by itself, not in a list. */
export function soleMachineType({ acceptsToken }: Policy): MachineTokenType | undefined {
  if (typeof acceptsToken !== 'string' || acceptsToken === 'any') return undefined;
  return acceptsToken === TokenType.SessionToken ? undefined : acceptsToken;
}
