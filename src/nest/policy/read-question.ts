import { type CheckAuthorizationParams, readReverification } from '../../engine/auth/index.js';
import { ClerkConfigurationError } from '../../clerk-configuration-error.js';

/** Whom a feature or a plan can be said to be of. */
const BILLING_SCOPES = new Set(['o', 'org', 'organization', 'u', 'user']);

/** What is wrong with the value of each member of a question; nothing when it can be met. */
const MEMBERS: Readonly<Record<string, (value: unknown) => string | undefined>> = {
  role: name,
  permission: (value) => name(value) ?? systemPermission(value),
  feature: (value) => name(value) ?? billingScope(value),
  plan: (value) => name(value) ?? billingScope(value),
  reverification: (value) =>
    readReverification(value)
      ? undefined
      : 'demands a reverification that is no preset and no { level, afterMinutes }',
};

/** Whether a value has the members of a question to `has()`, and no others. */
export function isQuestion(input: unknown): input is CheckAuthorizationParams {
  return (
    typeof input === 'object' &&
    input !== null &&
    Object.keys(input).every((member) => Object.hasOwn(MEMBERS, member))
  );
}

/**
 * Refuses a question that no session could ever answer with yes: to demand it would lock everybody
 * out, and `not()` around it would let everybody in.
 *
 * @param where The decorator or combinator, for the message.
 * @throws ClerkConfigurationError that names the member.
 */
export function assertAnswerable(where: string, question: CheckAuthorizationParams): void {
  for (const [member, value] of Object.entries(question)) {
    const problem = MEMBERS[member]?.(value);
    if (problem) throw new ClerkConfigurationError(`${where} ${problem} (${member}).`);
  }
}

function name(value: unknown): string | undefined {
  return typeof value === 'string' && value
    ? undefined
    : 'demands nothing: a name is blank or none';
}

/** They never reach a server. */
function systemPermission(value: unknown): string | undefined {
  return /^(org:)*sys_/.test(String(value))
    ? `demands ${String(value)}. System permissions (org:sys_…) are not part of session tokens and can not be checked on a server: demand a custom permission or a role`
    : undefined;
}

function billingScope(value: unknown): string | undefined {
  const [scope = '', ...rest] = String(value).split(':');
  return rest.length === 0 || BILLING_SCOPES.has(scope)
    ? undefined
    : `demands something of ${scope}: it can be of org or user, or of either without a scope`;
}
