import type { Exchange } from '../compare/exchange.js';
import type { Outcome } from '../compare/outcome.js';

/**
 * Something that our client does otherwise than the vendor's, on purpose, and what exactly it does
 * instead.
 */
export interface ClientDifference {
  /** A sentence about us. */
  readonly name: string;
  readonly why: string;
  /** Whether it has to do with what the vendor's client did in an exchange. */
  readonly applies: (exchange: Exchange, theirs: Outcome) => boolean;
  /** The exchange in which the vendor's client does what ours does in this one; default the same. */
  readonly asIf?: (exchange: Exchange, theirs: Outcome) => Exchange;
  /** What ours has to do, made from what the vendor's did; default the same. */
  readonly expected?: (theirs: Outcome, exchange: Exchange) => Outcome;
}
