import { parsePublishableKey } from '../engine/publishable-key.js';
import type { OptionCheck } from './option-checks.js';

/** A publishable key. Never shows the value: people paste secret keys into the wrong place. */
export const publishableKey: OptionCheck = (value) => {
  if (typeof value === 'string' && parsePublishableKey(value)) return undefined;
  const isSecret = typeof value === 'string' && value.startsWith('sk_');
  return isSecret
    ? 'is a secret key: give that as secretKey (CLERK_SECRET_KEY), and here the key that starts with pk_'
    : 'is not a publishable key: copy the whole key that starts with pk_test_ or pk_live_ from the API keys page of the Clerk Dashboard';
};

/** A secret key. */
export const secretKey: OptionCheck = (value) => {
  if (typeof value === 'string' && value.startsWith('pk_')) {
    return 'is a publishable key: give that as publishableKey (CLERK_PUBLISHABLE_KEY), and here the key that starts with sk_';
  }
  return headerValue(value);
};

/** The secret key of a machine. */
export const machineSecretKey: OptionCheck = (value) => {
  if (typeof value === 'string' && /^[ps]k_/.test(value)) {
    return 'is a key of the instance: copy that of a machine, which starts with ak_, from the machines page of the Clerk Dashboard';
  }
  return headerValue(value);
};

const headerValue: OptionCheck = (value) => {
  const isHeaderValue = typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);
  return isHeaderValue ? undefined : 'must be a string that an HTTP header can carry';
};
