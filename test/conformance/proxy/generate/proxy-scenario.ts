import type { Platform } from '../../../nest/support/platforms.js';

/** A header as it stands on the wire; there can be several of one name. */
export type HeaderLine = readonly [name: string, value: string];

/** Bytes that follow from their size alone. */
export interface BodyPlan {
  readonly size: number;
  /** Whether its length is said before, or it comes in chunks. */
  readonly framing: 'length' | 'chunked';
  /** How many pieces it is sent in. */
  readonly pieces: number;
}

/**
 * What a target is: one of the Frontend API's; one that leads elsewhere and that we refuse; or one of
 * the application, which no proxy takes.
 */
export type TargetKind = 'usual' | 'escape' | 'other';

/** What a browser sends. */
export interface BrowserRequest {
  readonly method: string;
  readonly target: string;
  readonly kind: TargetKind;
  readonly host: string;
  readonly headers: readonly HeaderLine[];
  readonly body: BodyPlan | undefined;
}

/** What the Frontend API does. */
export interface UpstreamAnswer {
  /** Answers, breaks off in the middle of its body, or says what is no answer. */
  readonly kind: 'whole' | 'half' | 'none';
  readonly status: number;
  readonly headers: readonly HeaderLine[];
  readonly encoding: 'none' | 'gzip' | 'x-odd';
  readonly body: BodyPlan;
}

/** The proxies that are compared: each with options of its own. */
export const SETUPS = [
  { path: '/__clerk', given: {} },
  { path: '/api/auth/clerk', given: { path: '/api/auth/clerk/' } },
  { path: '/__clerk', given: {}, onlyAt: 'app.example.com' },
] as const;

/** What of the vendor's is asked: the function itself, or the middleware around it. */
export type Oracle = 'clerkFrontendApiProxy' | '@clerk/express';

/** One exchange: it depends on its seed and number only. */
export interface ProxyScenario {
  readonly seed: number;
  readonly number: number;
  /** Where ours runs. */
  readonly platform: Platform;
  readonly oracle: Oracle;
  readonly setup: 0 | 1 | 2;
  readonly request: BrowserRequest;
  readonly answer: UpstreamAnswer;
}

/** The options of a scenario. */
export function setupOf({ setup }: ProxyScenario): { path: string; onlyAt?: string } {
  return SETUPS[setup];
}

/** The values of a request header, in the order in which they are sent. */
export function sentValues({ request }: ProxyScenario, name: string): readonly string[] {
  const values = request.headers
    .filter(([other]) => other.toLowerCase() === name)
    .map(([, value]) => value);
  return name === 'host' ? [request.host, ...values] : values;
}

/** The bytes of a body. */
export function bytesOf({ size }: BodyPlan): Buffer {
  return Buffer.alloc(size, 'Not a byte of this is to be lost, changed or sent twice. ');
}
