import type { LocalClerk } from 'clerk-nestjs/testing';
import { decodeJwt } from 'jose';

/** What becomes of a session token once its minute is over: one of the same session, expired. */
export function expired(token: string, { instance }: LocalClerk): string {
  const { sid, azp } = decodeJwt<{ sid: string; azp: string }>(token);
  const session = instance.store.findSession(sid);
  if (!session) throw new Error(`The embedded Clerk knows no session ${sid}.`);
  return instance.mintFor(session, { claims: { azp }, expiresInSeconds: -60 });
}
