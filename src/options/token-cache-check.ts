import { isPlainObject } from '../plain-object.js';
import type { OptionCheck } from './option-checks.js';

/** More would be a mistake: a session token lives for a minute. */
const MOST = 10_000_000;

/** Checks the option `tokenCache`. */
export const tokenCache: OptionCheck = (value) => {
  if (value === false) return undefined;
  if (!isPlainObject(value)) return 'must be { max: <number> }, or false for no cache';
  const unknown = Object.keys(value).find((name) => name !== 'max');
  if (unknown !== undefined) return `.${unknown} is not known; it takes max`;
  const { max } = value;
  const isCount = typeof max === 'number' && Number.isInteger(max) && max >= 2 && max <= MOST;
  return max === undefined || isCount
    ? undefined
    : `.max must be a whole number from 2 to ${MOST}; use false for no cache`;
};
