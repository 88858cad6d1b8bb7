import { isDeepStrictEqual } from 'node:util';
import type { Answer } from './caller.js';
import type { Drawn } from './draw.js';
import { identityOf } from './identity.js';
import { tenantAt } from './tenant.js';

/** What an answer comes to. */
export type Verdict = 'right' | 'another identity' | 'unexpected';

/** What has to be answered to a request. */
export function expectedStatus({ host, tenant }: Drawn): number {
  if (host === undefined) return 421;
  return host === tenant ? 200 : 401;
}

/** Judges an answer: whoever is let in must be the sender, and only at their own tenant's host. */
export function judge(drawn: Drawn, { status, body }: Answer): Verdict {
  const { tenant, user, asksClient } = drawn;
  const expected = expectedStatus(drawn);
  if (status !== 200) return status === expected ? 'right' : 'unexpected';
  const sender = identityOf(tenantAt(tenant), user, asksClient);
  return expected === 200 && isDeepStrictEqual(body, sender) ? 'right' : 'another identity';
}
