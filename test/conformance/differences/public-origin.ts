import type { Scenario } from '../generate/scenario.js';

/** The origin that a request's headers give it, once they are plain; else that of its own URL. */
export function publicOrigin({ request: { origin, headers } }: Scenario): string {
  const firstOf = (name: string) => headers[name]?.split(',', 1)[0];
  const host = firstOf('x-forwarded-host') ?? headers['host'];
  const scheme = firstOf('x-forwarded-proto') ?? new URL(origin).protocol.replace(':', '');
  const text = `${scheme}://${host}`;
  return host && URL.canParse(text) ? new URL(text).origin : origin;
}
