import type { Evidence, Question } from '../evidence/evidence.js';
import type { RequestFacts } from '../facts/request-facts.js';
import type { Instance } from '../instance.js';
import type { Outcome } from '../outcome.js';
import type { Policy } from '../policy.js';

/** All that a rule may look at. */
export interface Case {
  readonly facts: RequestFacts;
  readonly instance: Pick<Instance, 'instanceType' | 'frontendApi' | 'deployment'>;
  readonly policy: Policy;
  readonly evidence: Evidence;
}

/** A step of a decision: its outcome, or what has to be known first. */
export type Step = Outcome | Question;

/**
 * One rule of the decision: a step when the rule applies, nothing when the next one should be
 * asked. Rules are pure: the same case always leads to the same step.
 */
export type Rule = (request: Case) => Step | undefined;
