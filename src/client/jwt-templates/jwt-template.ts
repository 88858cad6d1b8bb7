import { given, shape } from '../shape.js';

/** The form of tokens for other services. Times are Unix times in milliseconds. Source: schema JWTTemplate. */
export interface JwtTemplate {
  /** `jtmp_…` */
  readonly id: string;
  /** What it is asked for by: `sessions.getToken(sessionId, 'supabase')`. */
  readonly name: string;
  /** The claims, with placeholders for what is the user's; as they were saved. */
  readonly claims: object;
  /** How long a token lives, in seconds. */
  readonly lifetime: number;
  /** How many seconds a token is valid before it was made, for clocks that are slow. */
  readonly allowedClockSkew: number;
  /** Whether a key of your own signs the tokens. */
  readonly customSigningKey: boolean;
  /** `RS256`, `HS256`, … */
  readonly signingAlgorithm: string;
  /** When it was made: a Unix time in milliseconds. */
  readonly createdAt: number;
  /** When it was last changed: a Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** Reads a resource whose `object` is `jwt_template`. */
export const readJwtTemplate = shape<JwtTemplate>({
  id: given,
  name: given,
  claims: given,
  lifetime: given,
  allowedClockSkew: given,
  customSigningKey: given,
  signingAlgorithm: given,
  createdAt: given,
  updatedAt: given,
});
