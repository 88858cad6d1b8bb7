import type { RequestSeen } from '../compare/request-seen.js';
import type { ClientDifference } from './client-difference.js';

/** The vendor lets a header of the visitor's request take the place of its own. */
export const VISITORS_HEADERS: ClientDifference = {
  name: 'a visitor’s `Authorization` never takes the place of the secret key',
  why: 'the vendor sends it instead where an application hands the headers of its request on',
  applies: (_exchange, { requests }) => requests.some(isVisitors),
  expected: (theirs) => ({
    ...theirs,
    requests: theirs.requests.map((request) =>
      Object.assign({}, request, {
        headers: { ...request.headers, authorization: 'Bearer sk_test_compared' },
      }),
    ),
  }),
};

function isVisitors({ headers }: RequestSeen): boolean {
  return headers['authorization'] === 'Bearer of_a_visitor';
}
