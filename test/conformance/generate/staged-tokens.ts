import type { Random } from './random.js';
import { sessionRecipe } from './session-tokens.js';
import { tokenOf } from './token-recipe.js';
import { NOW_IN_SECONDS, OWN_KID, type WorldInstance } from './world.js';

/** A good session token, but for what is changed. */
export function sessionToken(
  instance: WorldInstance,
  random: Random,
  { header, claims }: { readonly header?: object; readonly claims?: object },
): string {
  const good = sessionRecipe(random, 'good', instance.frontendApi);
  const own = typeof good.claims === 'string' ? {} : good.claims;
  return tokenOf({ ...good, header: { ...good.header, ...header }, claims: { ...own, ...claims } });
}

/** A machine's JWT that names this audience and no scopes. */
export function m2mToken(aud: string): string {
  const header = { alg: 'RS256', cat: 'cl_B7d4PD333AAA', kid: OWN_KID, typ: 'JWT' };
  const claims = { sub: 'mch_1', jti: 'mt_1', aud, exp: NOW_IN_SECONDS + 60, iat: NOW_IN_SECONDS };
  return tokenOf({ signer: 'own', header, claims });
}

/** A JWT without its signature. */
export function unsignedPart(jwt: string): string {
  return jwt.replace(/[^.]*$/, '');
}

/** A handshake token of old that brings one cookie. */
export function handshakeToken(): string {
  const header = { alg: 'RS256', kid: OWN_KID, typ: 'JWT' };
  return tokenOf({ signer: 'own', header, claims: { handshake: ['__client_uat=1'] } });
}
