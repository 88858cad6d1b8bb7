import type { AcceptedTokens, MachineTokenType, TokenType } from '../token-type.js';
import type { AuthObject, SessionAuthObject } from './auth-object.js';
import type {
  AuthenticatedMachineObject,
  InvalidTokenAuthObject,
  UnauthenticatedMachineObject,
} from './machine-auth-object.js';

/** The auth objects of one kind of program's token. */
export type MachineAuthObject<Type extends MachineTokenType> =
  AuthenticatedMachineObject<Type> | UnauthenticatedMachineObject<Type>;

/**
 * The auth objects that there can be where these kinds of token are taken. With a list, what came
 * can be of a kind that is not in it.
 */
export type AuthObjectFor<Accepted extends AcceptedTokens> = Accepted extends 'any'
  ? AuthObject
  : Accepted extends readonly TokenType[]
    ? OfType<Accepted[number]> | InvalidTokenAuthObject
    : Accepted extends TokenType
      ? OfType<Accepted>
      : never;

type OfType<Type extends TokenType> = Type extends MachineTokenType
  ? MachineAuthObject<Type>
  : SessionAuthObject;
