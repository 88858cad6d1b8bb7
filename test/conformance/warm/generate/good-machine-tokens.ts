import { tokenOf } from '../../generate/token-recipe.js';
import { NOW_IN_SECONDS, OWN_KID } from '../../generate/world.js';

const HEADER = { alg: 'RS256', kid: OWN_KID };
const CLAIMS = {
  iss: 'https://clerk.example.com',
  exp: NOW_IN_SECONDS + 60,
  iat: NOW_IN_SECONDS - 60,
};

/** Of each kind that there is as a JWT, one that nothing is wrong with but its place. */
export function goodMachineTokens(): string[] {
  return [
    tokenOf({
      signer: 'own',
      header: { ...HEADER, typ: 'JWT', cat: 'cl_B7d4PD333AAA' },
      claims: { ...CLAIMS, sub: 'mch_1', jti: 'mt_1', team: { name: 'a' } },
    }),
    tokenOf({
      signer: 'own',
      header: { ...HEADER, typ: 'at+jwt' },
      claims: { ...CLAIMS, sub: 'user_1', jti: 'oat_1', client_id: 'client_1', scope: 'email' },
    }),
  ];
}
