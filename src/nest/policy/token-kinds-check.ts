import { ClerkConfigurationError } from '../../clerk-configuration-error.js';
import { type AcceptedTokens, isTokenTypeAccepted, TokenType } from '../../engine/token-type.js';
import type { Settings } from '../../tenants/settings.js';
import { leavesOf } from './leaves.js';
import type { Requirement } from './requirement.js';
import type { RoutePolicy } from './route-policy.js';

/** What the application itself takes, and which keys it has to verify more with. */
export interface ApplicationTokens {
  readonly acceptsToken: AcceptedTokens;
  /** Whether the Backend API can be asked about API keys. */
  readonly hasSecretKey: boolean;
  /** Whether sessions can be told: by their instance's cookies, and by a key for their tokens. */
  readonly canReadSessions: boolean;
}

/** What is known of that while the application boots. */
export function applicationTokens(settings: Settings): ApplicationTokens {
  if (settings.kind !== 'fixed') return EACH_ITS_OWN;
  const { policy, publishableKey, clerkClient, connection } = settings.options;
  const { secretKey, jwtKey } = connection;
  return {
    acceptsToken: policy.acceptsToken,
    hasSecretKey: secretKey !== undefined || clerkClient !== undefined,
    canReadSessions: publishableKey !== undefined && (secretKey ?? jwtKey) !== undefined,
  };
}

/** Each tenant has options of its own, so nothing can be ruled out. */
const EACH_ITS_OWN: ApplicationTokens = {
  acceptsToken: 'any',
  hasSecretKey: true,
  canReadSessions: true,
};

/**
 * Refuses a handler whose requirements no token that it takes could meet, and one that takes a kind
 * of token that could not be verified.
 *
 * @param where The handler, for the message.
 * @throws ClerkConfigurationError
 */
export function checkTokenKinds(
  where: string,
  policy: RoutePolicy,
  application: ApplicationTokens,
): void {
  const accepted = policy.acceptsToken ?? application.acceptsToken;
  if (policy.acceptsToken && namesApiKeys(policy.acceptsToken) && !application.hasSecretKey) {
    throw new ClerkConfigurationError(
      `${where} takes API keys, which only the Backend API can verify. ` +
        'Set secretKey (environment variable CLERK_SECRET_KEY).',
    );
  }
  const takesSessions =
    policy.acceptsToken && isTokenTypeAccepted(TokenType.SessionToken, policy.acceptsToken);
  if (takesSessions && !application.canReadSessions) {
    throw new ClerkConfigurationError(
      `${where} takes session tokens, for which keys are missing. Set publishableKey (environment ` +
        'variable CLERK_PUBLISHABLE_KEY) and secretKey (CLERK_SECRET_KEY) or jwtKey (CLERK_JWT_KEY).',
    );
  }
  if (policy.access === 'public') return;
  const asksClerk = leavesOf(policy.requirements).some(({ kind }) => kind === 'online-session');
  if (asksClerk && !application.hasSecretKey) {
    throw new ClerkConfigurationError(
      `${where} asks Clerk about sessions (@VerifySession), which takes a key. ` +
        'Set secretKey (environment variable CLERK_SECRET_KEY).',
    );
  }
  checkMeetable(where, policy.requirements, accepted);
}

/** Who is neither one that the demands can be met by nor one that is taken can call nothing. */
function checkMeetable(
  where: string,
  requirements: readonly Requirement[],
  accepted: AcceptedTokens,
): void {
  const ofPrograms = requirements.some((requirement) => !canMeet('session', requirement));
  const ofSessions = requirements.some((requirement) => !canMeet('program', requirement));
  const canSession = isTokenTypeAccepted(TokenType.SessionToken, accepted) && !ofPrograms;
  const canProgram = MACHINE_TYPES.some((type) => isTokenTypeAccepted(type, accepted));
  if (canSession || (canProgram && !ofSessions)) return;
  throw new ClerkConfigurationError(`${where} ${contradiction(ofPrograms, ofSessions)}`);
}

/** Scopes are a program's, what `has()` answers is a session's; of the rest anything may be true. */
function canMeet(who: 'session' | 'program', requirement: Requirement): boolean {
  switch (requirement.kind) {
    case 'has':
      return who === 'session';
    case 'scope':
      return who === 'program';
    case 'all-of':
      return requirement.requirements.every((one) => canMeet(who, one));
    case 'any-of':
      return requirement.requirements.some((one) => canMeet(who, one));
    case 'not':
      // A no to a question that does not apply is not turned into a yes.
      return leavesOf([requirement.requirement]).every((leaf) => canMeet(who, leaf));
    case 'organization':
    case 'no-impersonation':
    case 'online-session':
    case 'function':
    case 'class':
      return true;
    default:
      return requirement satisfies never;
  }
}

const MACHINE_TYPES = Object.values(TokenType).filter((type) => type !== TokenType.SessionToken);

function contradiction(ofPrograms: boolean, ofSessions: boolean): string {
  if (ofPrograms && ofSessions) {
    return 'demands scopes, which only programs have, and something of a session, so nobody could call it. Give programs a handler of their own.';
  }
  return ofPrograms
    ? "demands scopes and takes session tokens only, which have none, so nobody could call it. Say whose tokens it takes, for example @AcceptsToken('api_key')."
    : "demands something of a session and takes no session tokens, so nobody could call it. Demand scopes with @RequireScopes(), or add 'session_token' to @AcceptsToken().";
}

function namesApiKeys(accepted: AcceptedTokens): boolean {
  return [accepted].flat().includes(TokenType.ApiKey);
}
