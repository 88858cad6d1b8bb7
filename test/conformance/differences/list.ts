import { ADDRESS_DIFFERENCES } from './address-differences.js';
import { ANSWER_DIFFERENCES } from './answer-differences.js';
import { CALL_DIFFERENCES } from './call-differences.js';
import { COOKIE_DIFFERENCES } from './cookie-differences.js';
import type { Difference } from './difference.js';
import { KEY_DIFFERENCES } from './key-differences.js';
import { MACHINE_DIFFERENCES } from './machine-differences.js';
import { ORGANIZATION_DIFFERENCES } from './organization-differences.js';
import { OUTAGE_DIFFERENCES } from './outage-differences.js';
import { BROUGHT_DIFFERENCES } from './tokens/brought-differences.js';
import { CLAIM_DIFFERENCES } from './tokens/claim-differences.js';
import { SESSION_DIFFERENCES } from './tokens/session-differences.js';
import { SHAPE_DIFFERENCES } from './tokens/shape-differences.js';

/** Everything that we answer otherwise than the vendor, on purpose. */
export const DIFFERENCES: readonly Difference[] = [
  ...OUTAGE_DIFFERENCES,
  ...KEY_DIFFERENCES,
  ...ORGANIZATION_DIFFERENCES,
  ...COOKIE_DIFFERENCES,
  ...SHAPE_DIFFERENCES,
  ...CLAIM_DIFFERENCES,
  ...SESSION_DIFFERENCES,
  ...BROUGHT_DIFFERENCES,
  ...MACHINE_DIFFERENCES,
  ...ADDRESS_DIFFERENCES,
  ...ANSWER_DIFFERENCES,
  ...CALL_DIFFERENCES,
];
