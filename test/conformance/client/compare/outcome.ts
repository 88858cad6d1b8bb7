import { plain } from './plain.js';
import type { RequestSeen } from './request-seen.js';

/** What came of one call of one client; JSON. */
export interface Outcome {
  readonly requests: readonly RequestSeen[];
  /** What the method's promise brought. */
  readonly result?: unknown;
  /** What it was rejected with. */
  readonly error?: Readonly<Record<string, unknown>>;
}

/** Waits for a method's end, and describes it. */
export async function settled(run: () => unknown): Promise<Omit<Outcome, 'requests'>> {
  try {
    return { result: plain(await run()) };
  } catch (error) {
    return { error: described(error) };
  }
}

/** What the bundler of the vendor's package puts before the names of some classes. */
const BUNDLED = /^_+/;

/** An error of the API by what it says, any other by its name and code. */
function described(error: unknown): Record<string, unknown> {
  if (typeof error !== 'object' || error === null) return { thrown: String(error) };
  if (!('errors' in error) || !Array.isArray(error.errors)) {
    return { name: nameOf(error), code: field(error, 'code') };
  }
  return {
    name: nameOf(error),
    code: field(error, 'code'),
    status: field(error, 'status'),
    clerkTraceId: field(error, 'clerkTraceId'),
    retryAfter: field(error, 'retryAfter'),
    errors: error.errors.map(item),
  };
}

function nameOf(error: object): string {
  return String(field(error, 'name')).replace(BUNDLED, '');
}

function item(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const meta = field(value, 'meta');
  return {
    code: field(value, 'code'),
    message: field(value, 'message'),
    longMessage: field(value, 'longMessage'),
    paramName: typeof meta === 'object' && meta !== null ? field(meta, 'paramName') : null,
  };
}

/** A field that isn't there is null, so that all of an outcome is JSON. */
function field(value: object, name: string): unknown {
  const own: unknown = Reflect.get(value, name);
  return own ?? null;
}
