import { ClerkConfigurationError } from '../../clerk-configuration-error.js';
import { type AcceptedTokens, isTokenTypeAccepted, TokenType } from '../../engine/token-type.js';
import { isScopeRequirement, type Requirement } from './requirement.js';
import type { RoutePolicy } from './route-policy.js';

/** What the application itself takes, and whether it could ask the Backend API about API keys. */
export interface ApplicationTokens {
  readonly acceptsToken: AcceptedTokens;
  readonly hasSecretKey: boolean;
}

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
  if (policy.access === 'public') return;
  for (const requirement of policy.requirements) checkMeetable(where, requirement, accepted);
}

function checkMeetable(where: string, requirement: Requirement, accepted: AcceptedTokens): void {
  const takesSessions = isTokenTypeAccepted(TokenType.SessionToken, accepted);
  if (!isScopeRequirement(requirement)) {
    if (takesSessions) return;
    throw new ClerkConfigurationError(
      `${where} demands something of a session and takes no session tokens, so nobody could call it. ` +
        "Demand scopes with @RequireScopes(), or add 'session_token' to @AcceptsToken().",
    );
  }
  const takesOthers = Object.values(TokenType).some(
    (type) => type !== TokenType.SessionToken && isTokenTypeAccepted(type, accepted),
  );
  if (takesOthers) return;
  throw new ClerkConfigurationError(
    `${where} demands scopes and takes session tokens only, which have none, so nobody could call it. ` +
      "Say whose tokens it takes, for example @AcceptsToken('api_key').",
  );
}

function namesApiKeys(accepted: AcceptedTokens): boolean {
  return [accepted].flat().includes(TokenType.ApiKey);
}
