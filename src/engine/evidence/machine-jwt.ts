import { checkOauthAudience } from '../../oauth-audience.js';
import { copyJson } from '../copy-json.js';
import { checkAudience } from '../claims/audience.js';
import { checkMachineKind, checkOauthKind } from '../claims/token-kind.js';
import type { VerificationFailure } from '../claims/verification-failure.js';
import type { DecodedToken, JsonObject } from '../facts/decoded-token.js';
import { OAUTH_HEADER_TYPES } from '../facts/machine-token.js';
import { TokenVerificationErrorReason } from '../reasons.js';
import type { MachineTokenType } from '../token-type.js';
import { type MachineIdentity, readScopes, textOf } from './machine-identity.js';
import type { KindChecks } from './verify-jwt.js';

/** The claims of a machine-to-machine JWT that are not its maker's. */
const RESERVED_CLAIMS = new Set(['iss', 'sub', 'exp', 'nbf', 'iat', 'jti']);

const OAUTH_TOKEN: KindChecks = {
  kind: checkOauthKind,
  headerTypes: () => OAUTH_HEADER_TYPES,
  audience: ({ claims }, { audience }) => wrongAudience(claims['aud'], audience),
};

const M2M_TOKEN: KindChecks = {
  kind: checkMachineKind,
  headerTypes: ({ headerTypes }) => headerTypes,
  audience: ({ claims }, { audience }) => checkAudience(claims, audience),
};

/** What a program's JWT has to be. There are no API keys in this form. */
export function machineJwtChecks(tokenType: MachineTokenType): KindChecks {
  return tokenType === 'oauth_token' ? OAUTH_TOKEN : M2M_TOKEN;
}

/** Unlike a session's, an OAuth token has to name its audience where one is demanded. */
function wrongAudience(aud: unknown, audience: readonly string[]): VerificationFailure | undefined {
  const message = checkOauthAudience(aud, audience);
  const reason = TokenVerificationErrorReason.TokenVerificationFailed;
  return message === undefined ? undefined : { reason, message };
}

/** Reads whom a verified JWT stands for. */
export function readMachineClaims(
  tokenType: MachineTokenType,
  { claims }: DecodedToken,
): MachineIdentity {
  const id = textOf(claims['jti']);
  const subject = textOf(claims['sub']);
  if (tokenType === 'oauth_token') {
    const scopes = readScopes(claims['scp'] ?? claims['scope'] ?? []);
    return { tokenType, id, subject, scopes, clientId: textOf(claims['client_id']) };
  }
  const scopes = readScopes(claims['scopes'] ?? claims['aud'] ?? []);
  return { tokenType: 'm2m_token', id, subject, scopes, claims: customClaims(claims) };
}

function customClaims(claims: JsonObject): JsonObject | null {
  const custom = Object.entries(claims).filter(([name]) => !RESERVED_CLAIMS.has(name));
  const copied = custom.map(([name, value]) => [name, copyJson(value)] as const);
  return copied.length > 0 ? Object.fromEntries(copied) : null;
}
