import { ANSWER_DIFFERENCES } from './answer-differences.js';
import { ORIGIN_DIFFERENCES } from './origin-differences.js';
import type { ProxyDifference } from './proxy-difference.js';
import { REFUSAL_DIFFERENCES } from './refusal-differences.js';
import { REQUEST_DIFFERENCES } from './request-differences.js';

const [notBelieved, enabled] = ORIGIN_DIFFERENCES;

/** Everything that our proxy does otherwise than the vendor's, on purpose; the last comes first in an exchange. */
export const PROXY_DIFFERENCES: readonly ProxyDifference[] = [
  ...REQUEST_DIFFERENCES,
  ...ANSWER_DIFFERENCES,
  ...(notBelieved ? [notBelieved] : []),
  ...REFUSAL_DIFFERENCES,
  ...(enabled ? [enabled] : []),
];
