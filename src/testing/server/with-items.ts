import { isMetadata } from '../records/metadata.js';
import { apiError, apiErrors } from './api-errors.js';
import type { Reply } from './reply.js';
import { readFields } from './with-body.js';
import type { Fields, Given } from './with-body.js';

/**
 * Hands on the items of a body that is a list, once each of them is right; otherwise answers with
 * everything that is wrong with them.
 *
 * @param max How many there may be.
 */
export function withItems<Table extends Fields>(
  items: readonly unknown[] | undefined,
  fields: Table,
  max: number,
  use: (given: readonly Given<Table>[]) => Reply,
): Reply {
  if (!items || items.length === 0 || items.length > max) {
    return apiError(
      { status: 422, code: 'form_param_value_invalid' },
      'Wrong number of items',
      `The request body must be a list of 1 to ${max} items.`,
    );
  }
  const read = items.map((item) => readFields(isMetadata(item) ? item : {}, fields));
  const problems = read.flatMap((one) => ('problems' in one ? one.problems : []));
  if (problems.length > 0) return apiErrors(422, problems);
  return use(read.flatMap((one) => ('given' in one ? [one.given] : [])));
}
