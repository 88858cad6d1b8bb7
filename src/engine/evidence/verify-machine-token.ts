import type { VerificationFailure } from '../claims/verification-failure.js';
import { goOn, type NowOrLater } from '../../now-or-later.js';
import type { MachineToken } from '../facts/machine-token.js';
import type { Unavailable } from '../outcome.js';
import type { Policy } from '../policy.js';
import { MachineTokenVerificationErrorCode } from '../reasons.js';
import {
  type Backend,
  type BackendFailure,
  isVerdict,
  type MachineAnswer,
  TOKEN_REFUSED,
} from './backend.js';
import type { MachineTokenType } from '../token-type.js';
import { type MachineIdentity, readMachineIdentity } from './machine-identity.js';
import { machineJwtChecks, readMachineClaims } from './machine-jwt.js';
import { type VerificationContext, verifyJwt } from './verify-jwt.js';

/** What came of verifying a program's token. */
export type MachineVerification =
  | {
      readonly valid: true;
      readonly identity: MachineIdentity;
      /** Set where Clerk has said so for another request. */
      readonly isRemembered?: true | undefined;
    }
  | {
      readonly valid: false;
      readonly reason: MachineTokenVerificationErrorCode;
      /** A sentence for whoever debugs it. Never holds the token. */
      readonly message: string;
      readonly unavailable?: Unavailable | undefined;
    };

/**
 * Verifies a program's token: a JWT by the instance's key, an opaque one by asking Clerk.
 *
 * @returns At once where nothing has to be waited for.
 */
export function verifyMachineToken(
  token: MachineToken,
  context: VerificationContext,
  backend: Backend,
): NowOrLater<MachineVerification> {
  switch (token.format) {
    case 'jwt':
      return verifyMachineJwt(token, context);
    case 'opaque':
      return askBackend(token, context.policy, backend);
    case 'broken':
      return refused('TokenInvalid', 'The token is not a JWT of three base64url parts.');
    default:
      return token satisfies never;
  }
}

function verifyMachineJwt(
  { tokenType, jwt }: Extract<MachineToken, { format: 'jwt' }>,
  context: VerificationContext,
): NowOrLater<MachineVerification> {
  const checks = machineJwtChecks(tokenType);
  // The vendor's codes tell a JWT of the wrong kind apart, and no other fault.
  const wrongKind = checks.kind(jwt);
  if (wrongKind) return refused('TokenInvalid', wrongKind.message);
  return goOn(verifyJwt(jwt, checks, context), (failure) =>
    failure ? refusedJwt(failure) : { valid: true, identity: readMachineClaims(tokenType, jwt) },
  );
}

/**
 * Verifies an opaque token of a program by asking Clerk.
 *
 * @param isAnew Whether Clerk is asked even where it has answered for another request.
 */
export function askBackend(
  { tokenType, text }: Pick<MachineToken, 'tokenType' | 'text'>,
  policy: Policy,
  backend: Backend,
  isAnew?: boolean,
): NowOrLater<MachineVerification> {
  const answer = backend.verifyMachineToken(tokenType, text, isAnew);
  return goOn(answer, (known) => readAnswer(known, tokenType, policy));
}

function readAnswer(
  answer: MachineAnswer,
  tokenType: MachineTokenType,
  { audience }: Policy,
): MachineVerification {
  if (!answer.ok) return refusedByBackend(answer);
  const reading = readMachineIdentity(tokenType, answer.resource, audience);
  if (reading.ok)
    return { valid: true, identity: reading.identity, isRemembered: answer.isRemembered };
  const { code, message, unavailable } = reading;
  return { ...refused(code, message), unavailable };
}

function refusedJwt({ message, unavailable }: VerificationFailure): MachineVerification {
  return { ...refused('TokenVerificationFailed', message), unavailable };
}

/** The vendor's codes, by status. */
function refusedByBackend(failure: BackendFailure): MachineVerification {
  const { status, message } = failure;
  const unavailable = isVerdict(failure)
    ? undefined
    : (failure.unavailable ?? { cause: status, hint: message });
  // How we ask is nobody's business; that the answer was no is all that a client needs.
  const verdict = status === 404 ? 'Clerk does not know this token.' : 'Clerk refused this token.';
  return { ...refused(codeOf(failure), unavailable ? message : verdict), unavailable };
}

function codeOf({ code, status }: BackendFailure): keyof typeof MachineTokenVerificationErrorCode {
  if (status === 404 || code === TOKEN_REFUSED) return 'TokenInvalid';
  return status === 401 ? 'InvalidSecretKey' : 'UnexpectedError';
}

function refused(
  code: keyof typeof MachineTokenVerificationErrorCode,
  message: string,
): Extract<MachineVerification, { valid: false }> {
  return { valid: false, reason: MachineTokenVerificationErrorCode[code], message };
}
