import { ODD_ID, textsIn } from '../calls/exchanges-of.js';
import { replaceText } from '../calls/replace-text.js';
import type { Exchange } from '../compare/exchange.js';
import type { Outcome } from '../compare/outcome.js';
import type { ClientDifference } from './client-difference.js';

/** The vendor puts ids into the URL as they are. */
export const ENCODED_IDS: ClientDifference = {
  name: 'an id is encoded as one segment of the path',
  why: 'with the vendor an id that holds a slash, a question mark or `..` reaches another operation',
  applies: (exchange, theirs) => toBeEncoded(exchange, theirs).length > 0,
  asIf: (exchange, theirs) => {
    const texts = toBeEncoded(exchange, theirs);
    return {
      ...exchange,
      arguments: () =>
        texts.reduce((args, text) => replaceText(args, text, encoded(text)), exchange.arguments()),
    };
  },
};

/** The vendor looks at some of the ids, and not at all in each method. */
export const BAD_IDS: ClientDifference = {
  name: 'a missing or empty id is an `InvalidIdError`, and no request',
  why:
    'the vendor throws an `Error` without a code, and where it does not look asks another ' +
    'operation: the metadata of a membership without `userId` go to a user called metadata',
  applies: (exchange) => exchange.ids === 'bad' && !isTemplate(exchange),
  expected: () => ({ requests: [], error: { name: 'InvalidIdError', code: 'invalid_id' } }),
};

/** Texts that the vendor puts into the path, and that are something else when they are encoded. */
function toBeEncoded({ arguments: args }: Exchange, { requests }: Outcome): readonly string[] {
  const segments = new Set(requests.flatMap(({ path }) => path.split('/')));
  return textsIn(args()).filter(
    (text) => text === ODD_ID || (encoded(text) !== text && segments.has(text)),
  );
}

/** A colon may stand in a segment (RFC 3986, section 3.3); keys of role sets have one. */
function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll('%3A', ':');
}

/** A session token is made without a template. */
function isTemplate({ api, method, arguments: args }: Exchange): boolean {
  return api === 'sessions' && method === 'getToken' && args()[0] === 'sess_1';
}
