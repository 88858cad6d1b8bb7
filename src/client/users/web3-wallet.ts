import { given, one, shape } from '../shape.js';
import { readVerification } from './verification.js';
import type { Verification } from './verification.js';

/** A Web3 wallet of a user. Source: schema Web3Wallet. */
export interface Web3Wallet {
  /** `idn_…` */
  readonly id: string;
  /** The wallet's address. */
  readonly web3Wallet: string;
  /** How far its verification is; null before it began. */
  readonly verification: Verification | null;
}

/** Reads a resource whose `object` is `web3_wallet`. */
export const readWeb3Wallet = shape<Web3Wallet>({
  id: given,
  web3Wallet: given,
  verification: one(readVerification),
});
