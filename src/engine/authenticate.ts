import { type Answer, Evidence, type Question } from './evidence/evidence.js';
import { verifySessionToken } from './evidence/verify-session-token.js';
import type { RequestFacts } from './facts/request-facts.js';
import type { Instance } from './instance.js';
import type { Outcome } from './outcome.js';
import type { Policy } from './policy.js';
import { decide } from './rules/decide.js';

/**
 * Authenticates a request: decides, answers the question that the decision has, decides again.
 * Each question is asked at most once per token and tolerance, so this ends.
 *
 * @param facts What the request says.
 * @param instance The Clerk instance it is authenticated against.
 * @param policy What the application demands.
 * @returns The outcome, at once where no question arises (nobody's request) and else as a promise.
 */
export function authenticate(
  facts: RequestFacts,
  instance: Instance,
  policy: Policy,
): Outcome | Promise<Outcome> {
  const step = decide({ facts, instance, policy, evidence: Evidence.none });
  return 'ask' in step ? gather(facts, instance, policy, step) : step;
}

async function gather(
  facts: RequestFacts,
  instance: Instance,
  policy: Policy,
  first: Question,
): Promise<Outcome> {
  let evidence = Evidence.none;
  let step: Outcome | Question = first;
  while ('ask' in step) {
    evidence = evidence.with(await answer(step, facts, instance, policy));
    step = decide({ facts, instance, policy, evidence });
  }
  return step;
}

async function answer(
  question: Question,
  facts: RequestFacts,
  instance: Instance,
  policy: Policy,
): Promise<Answer> {
  const moment = { now: facts.now, skewInMs: question.skewInMs };
  const context = { keys: instance.keys, policy, moment };
  return { question, failure: await verifySessionToken(question.token, context) };
}
