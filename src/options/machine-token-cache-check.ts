import { isPlainObject } from '../plain-object.js';
import { milliseconds, type OptionCheck } from './option-checks.js';

const entries: OptionCheck = (value) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0
    ? undefined
    : 'must be a whole number, 1 or more; machineTokenCache: false keeps nothing';

const MEMBERS: ReadonlyMap<string, OptionCheck> = new Map([
  ['max', entries],
  ['ttlInMs', milliseconds],
  ['negativeTtlInMs', milliseconds],
]);

const NAMES = [...MEMBERS.keys()].join(', ');

/** False, or how much is kept and for how long. */
export const machineTokenCache: OptionCheck = (value) => {
  if (value === false) return undefined;
  if (!isPlainObject(value)) return `must be false, or an object with some of: ${NAMES}`;
  const unknown = Object.keys(value).find((name) => !MEMBERS.has(name));
  if (unknown !== undefined) return `has an unknown member, ${unknown}; it takes ${NAMES}`;
  for (const [name, check] of MEMBERS) {
    const problem = value[name] === undefined ? undefined : check(value[name]);
    if (problem !== undefined) return `.${name} ${problem}`;
  }
  return undefined;
};
