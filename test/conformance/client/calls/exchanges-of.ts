import type { Exchange } from '../compare/exchange.js';
import type { Outcome } from '../compare/outcome.js';
import { REPLIES } from '../compare/replies.js';
import type { Arguments } from './call-table.js';
import { replaceText } from './replace-text.js';
import type { MethodName } from './vendor-client.js';

/** An id that has to be encoded to be one segment of a path. */
export const ODD_ID = 'a/b?c=d#e f%20é';

const PLAIN_REPLY = 'all fields';

/** Every call of a method with the plainest reply. */
export function plainExchanges(
  name: MethodName,
  calls: () => readonly Arguments[],
): readonly Exchange[] {
  return Array.from(calls(), (_, place) => plainExchange(name, calls, place));
}

function plainExchange(
  { api, method }: MethodName,
  calls: () => readonly Arguments[],
  place: number,
): Exchange {
  return {
    api,
    method,
    about: `call ${place + 1}`,
    ids: 'plain',
    arguments: () => calls()[place] ?? [],
    reply: PLAIN_REPLY,
  };
}

/** The first call of a method with every other reply. */
export function repliedExchanges([first]: readonly Exchange[]): readonly Exchange[] {
  if (!first) return [];
  const others = Object.keys(REPLIES).filter((reply) => reply !== PLAIN_REPLY);
  return others.map((reply) => withReply(first, reply));
}

function withReply(exchange: Exchange, reply: string): Exchange {
  return { ...exchange, reply };
}

/**
 * A call with other ids: each argument that shows in the path of its request, in its turn.
 *
 * @param exchange The call.
 * @param outcome What came of it.
 */
export function exchangesWithIds(exchange: Exchange, outcome: Outcome): readonly Exchange[] {
  const segments = new Set(outcome.requests.flatMap(({ path }) => path.split('/').slice(1)));
  return textsIn(exchange.arguments()).flatMap((text) =>
    segments.has(text)
      ? [
          withId(exchange, 'bad', text, ''),
          withId(exchange, 'bad', text, undefined),
          withId(exchange, 'to be encoded', text, ODD_ID),
        ]
      : [],
  );
}

function withId(exchange: Exchange, ids: Exchange['ids'], text: string, id: unknown): Exchange {
  return {
    ...exchange,
    ids,
    about: `${exchange.about} with ${JSON.stringify(id)} for ${text}`,
    arguments: () => replaceText(exchange.arguments(), text, id),
  };
}

/** Texts that are an argument, or a field of one. */
export function textsIn(args: Arguments): readonly string[] {
  const values = args.flatMap((argument) =>
    typeof argument === 'object' && argument !== null ? Object.values(argument) : [argument],
  );
  return [...new Set(values.filter((value) => typeof value === 'string'))];
}
