import type { ClerkOptions } from '../clerk-options.js';
import { satelliteProblem, signInProblem } from '../engine/deployment.js';
import { parsePublishableKey } from '../engine/publishable-key.js';
import { TokenType } from '../engine/token-type.js';
import { needsNoPublishableKey } from '../request/assert-options.js';
import { labelOf } from './option-table.js';

/** What is missing, or can't be true at the same time: one sentence each. */
export function contradictions(options: ClerkOptions): string[] {
  return [...missingKeys(options), ...satelliteRules(options)];
}

function missingKeys(options: ClerkOptions): string[] {
  const { publishableKey, secretKey, jwtKey, machineSecretKey } = options;
  const { acceptsToken, clerkClient } = options;
  const accepted = acceptsToken ?? TokenType.SessionToken;
  const missing: string[] = [];
  if (publishableKey === undefined && !needsNoPublishableKey(accepted)) {
    missing.push(`${missingKey('publishableKey')}.`);
  }
  if (secretKey !== undefined) return missing;
  if (accepted === TokenType.ApiKey && clerkClient !== undefined) return missing;
  if ([accepted].flat().includes(TokenType.ApiKey) && clerkClient === undefined) {
    missing.push(
      `acceptsToken names api_key, and only the Backend API can verify API keys: ${missingKey('secretKey')}.`,
    );
  } else if (accepted === TokenType.M2MToken) {
    if (jwtKey !== undefined || machineSecretKey !== undefined) return missing;
    missing.push(
      `acceptsToken is m2m_token, and there is no key to verify M2M tokens with: set ${labelOf('machineSecretKey')} or ${labelOf('secretKey')}.`,
    );
  } else if (jwtKey === undefined) {
    missing.push(
      `${missingKey('secretKey')}, or verify tokens without it by ${labelOf('jwtKey')}.`,
    );
  }
  return missing;
}

function missingKey(name: keyof ClerkOptions): string {
  return `${labelOf(name)} is missing: set it; the key is on the API keys page of the Clerk Dashboard`;
}

/** What holds for satellites. A function of the URL may answer for each request, and is checked then. */
function satelliteRules(options: ClerkOptions): string[] {
  const { isSatellite, domain, proxyUrl, signInUrl } = options;
  if (isSatellite !== true) return [];
  const isDevelopment =
    parsePublishableKey(options.publishableKey ?? '')?.instanceType === 'development';
  const known = { domain: valueOf(domain), proxyUrl: valueOf(proxyUrl), signInUrl };
  const problem = satelliteProblem(known, isDevelopment);
  const signIn = signInProblem({ isSatellite, signInUrl });
  return [problem, signIn].filter((sentence) => sentence !== undefined);
}

function valueOf(option: ClerkOptions['domain']): string | undefined {
  return typeof option === 'function' ? 'said for each request' : option;
}
