import { ANSWER_DIFFERENCES } from './answers.js';
import type { ClientDifference } from './client-difference.js';
import { FALSY_PARAMETERS } from './falsy-parameters.js';
import { BAD_IDS, ENCODED_IDS } from './ids.js';
import { VISITORS_HEADERS } from './visitors-headers.js';

/** Everything that our client does otherwise than the vendor's, on purpose. */
export const CLIENT_DIFFERENCES: readonly ClientDifference[] = [
  ENCODED_IDS,
  FALSY_PARAMETERS,
  VISITORS_HEADERS,
  ...ANSWER_DIFFERENCES,
  BAD_IDS,
];
