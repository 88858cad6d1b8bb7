import type { Platform } from '../support/platforms.js';
import type { Arena, Result, Shape } from './arena.js';
import { SECRET } from './call-log.js';
import { type Caller, type Intruder, INTRUDERS } from './callers.js';
import type { RawRequest } from './raw-request.js';

/** One way around the guard that somebody might try. */
export interface Attempt {
  /** What it tries. */
  readonly name: string;
  /** Makes it, and returns what is wrong: nothing, where intruders stay out and ada gets in. */
  run(arena: Arena): Promise<string[]>;
}

/** Where a request leads to a protected handler. Elsewhere no handler runs, for ada either. */
export type Reach = Platform | 'both' | 'neither';

/** A request that is made by every intruder, and by ada. */
export interface Knock {
  readonly request: RawRequest;
  readonly reaches: Reach;
  /** Default: all. Without grace, where whoever is signed in may enter. */
  readonly intruders?: readonly Intruder[];
}

/**
 * An attempt by a single request. Intruders make it before and after ada, so that neither her
 * verdict is taken for theirs nor theirs for hers.
 */
export function knock(
  name: string,
  shape: Shape,
  { request, reaches, intruders = INTRUDERS }: Knock,
): Attempt {
  const run = async (arena: Arena) => {
    const isReached = reaches === 'both' || reaches === arena.platform;
    const results: [Caller, Result, boolean][] = [];
    const send = async (caller: Caller, what: RawRequest, isLetIn: boolean) =>
      results.push([caller, await arena.send(shape, what, caller), isLetIn]);
    await send('ada', shape.home, true);
    for (const intruder of intruders) await send(intruder, request, false);
    await send('ada', request, isReached);
    for (const intruder of intruders) await send(intruder, request, false);
    const ada = arena.clerk.users.ada.id;
    return results.flatMap(([caller, result, isLetIn]) =>
      isLetIn ? faultsOfEntry(result, ada) : faultsOfRefusal(caller, result),
    );
  };
  return { name, run };
}

/** What is wrong where somebody must be kept out. */
export function faultsOfRefusal(caller: string, { status, text, calls }: Result): string[] {
  const faults = calls.map(({ userId }) => `${caller} ran the handler as ${userId} (${status})`);
  return text.includes(SECRET) ? [...faults, `${caller} got the secret (${status})`] : faults;
}

/** What is wrong where the rightful user must get in, once and as nobody else. */
export function faultsOfEntry({ status, calls }: Result, userId: string): string[] {
  const [call, ...more] = calls;
  if (call?.userId === userId && more.length === 0) return [];
  const ran = calls.map((one) => one.userId).join(', ') || 'nobody';
  return [`${userId} was to get in, but the handler ran for ${ran} (${status})`];
}
