import { type MethodName, vendorMethods } from '../calls/vendor-client.js';

/** Walks through the pages of a list that another method reads. */
const WALKER = /^each(?:[A-Z]|$)/;

/** Every method that our client has and the vendor's lacks, but for those that walk through a list. */
export function ownMethods(ours: object): readonly MethodName[] {
  const theirs = new Set(vendorMethods().map(({ api, method }) => `${api}.${method}`));
  return Object.entries(ours)
    .filter(([, api]) => typeof api === 'object' && api !== null)
    .flatMap(([api, methods]) => Object.keys(Object(methods)).map((method) => ({ api, method })))
    .filter(({ api, method }) => !WALKER.test(method) && !theirs.has(`${api}.${method}`));
}
