import { storePassword } from '../../records/stored-password.js';
import type { StoredPassword } from '../../records/stored-password.js';
import type { Problem } from '../api-errors.js';
import { flag, text, word } from '../field.js';
import type { Given } from '../with-body.js';

const MIN_LENGTH = 8;
// Hashing takes longer the longer the password is.
const MAX_LENGTH = 512;

/** The parameters by which an application sets a user's password. */
export const passwordFields = {
  password: text,
  password_digest: word,
  password_hasher: word,
  skip_password_checks: flag,
};

type GivenPassword = Given<typeof passwordFields>;

/** What is wrong with the password given. */
export function passwordProblems(given: GivenPassword): Problem[] {
  const { password, password_digest: digest, password_hasher: hasher } = given;
  if (digest && !hasher)
    return [problem('form_param_missing', 'must be given with a digest', 'password_hasher')];
  if (typeof password !== 'string') return [];
  if (password.length > MAX_LENGTH) {
    return [problem('form_password_length_too_long', `must have at most ${MAX_LENGTH} characters`)];
  }
  if (password.length >= MIN_LENGTH || (given.skip_password_checks && password !== '')) return [];
  return [problem('form_password_length_too_short', `must be ${MIN_LENGTH} characters or more`)];
}

/** The password to keep; undefined when none was given. */
export function givenPassword(given: GivenPassword, now: number): StoredPassword | undefined {
  if (typeof given.password === 'string') return storePassword(given.password, now);
  return given.password_digest ? { kind: 'imported', setAt: now } : undefined;
}

function problem(code: string, rule: string, name = 'password'): Problem {
  return {
    code,
    message: `${name} ${rule}.`,
    meta: { param_name: name },
  };
}
