import { given, shape } from '../shape.js';

/** A token made from a session. Source: schema Token. */
export interface Token {
  /** The encoded JSON Web Token. */
  readonly jwt: string;
}

/** Reads a resource whose `object` is `token`. */
export const readToken = shape<Token>({ jwt: given });
