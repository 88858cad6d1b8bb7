/** How one kind of question was answered; `skip` if nothing of that kind was asked. */
export type Verdict = 'pass' | 'fail' | 'skip';

/** What `has()` was asked, before its types are checked: callers may be untyped. */
export interface Question {
  readonly role?: unknown;
  readonly permission?: unknown;
  readonly feature?: unknown;
  readonly plan?: unknown;
  readonly reverification?: unknown;
}

/**
 * What a session's token says that `has()` depends on. A token is signed, but its claims' types
 * were not checked, so each is `unknown` until the question that needs it has looked.
 */
export interface AuthorizationFacts {
  readonly userId: unknown;
  readonly orgId: unknown;
  readonly orgRole: unknown;
  readonly orgPermissions: unknown;
  readonly factorVerificationAge: unknown;
  /** The `fea` claim. */
  readonly features: unknown;
  /** The `pla` claim. */
  readonly plans: unknown;
}

/** Everything asked must pass, and something must have been asked. */
export function allPass(verdicts: readonly Verdict[]): boolean {
  return verdicts.includes('pass') && !verdicts.includes('fail');
}
