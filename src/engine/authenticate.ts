import { goOn, type NowOrLater } from '../now-or-later.js';
import { Evidence, type Question } from './evidence/evidence.js';
import { redeemHandshake } from './evidence/redeem-handshake.js';
import { refreshSession } from './evidence/refresh-session.js';
import { verifyMachineToken } from './evidence/verify-machine-token.js';
import { verifySessionToken } from './evidence/verify-session-token.js';
import type { HandshakeTicket } from './facts/handshake-ticket.js';
import type { RequestFacts } from './facts/request-facts.js';
import type { Instance } from './instance.js';
import type { Outcome } from './outcome.js';
import type { Policy } from './policy.js';
import { decide } from './rules/decide.js';

/** What a request is authenticated by. */
export interface AuthenticationRequest {
  /** What the request says. */
  readonly facts: RequestFacts;
  /** The Clerk instance it is authenticated against. */
  readonly instance: Instance;
  /** What the application demands. */
  readonly policy: Policy;
  /** Told, in a sentence without secrets, of what went wrong without deciding anything. */
  readonly report?: Report;
  /** What an earlier decision on the same request has found out; it is not asked again. */
  readonly evidence?: Evidence;
}

/** An outcome, and what it rests on. */
export interface Decision {
  readonly outcome: Outcome;
  readonly evidence: Evidence;
}

/**
 * Authenticates a request: decides, answers the question that the decision has, decides again.
 * Each question is asked at most once per token and tolerance, so this ends.
 *
 * @returns The decision, at once where every answer is at hand: no key to fetch, nobody to ask.
 * @throws ClerkRequestError when the request is broken.
 */
export function authenticate(request: AuthenticationRequest): NowOrLater<Decision> {
  const { facts, instance, policy, report = () => {}, evidence = Evidence.none } = request;
  return proceed({ facts, instance, policy, report }, evidence);
}

/** What there can be to report; whoever logs it can limit each kind by itself. */
export type ReportKind = 'clock' | 'handshake';

/** Takes a sentence for the log. What it quotes of a request is anyone's. */
export type Report = (kind: ReportKind, sentence: string) => void;

/** Said when a fresh token of a development instance only passes with a day of tolerance. */
const CLOCK_SKEW =
  "A session token fresh from Clerk is not valid by this machine's clock, which must be wrong. " +
  'It is accepted as the instance is a development one; set the clock right.';

type Context = Omit<Required<AuthenticationRequest>, 'evidence'>;

function proceed(context: Context, before: Evidence): NowOrLater<Decision> {
  const { facts, instance, policy } = context;
  let evidence = before;
  for (;;) {
    const step = decide({ facts, instance, policy, evidence });
    if (!('ask' in step)) return { outcome: step, evidence };
    const more = answer(step, evidence, context);
    if (more instanceof Promise) return more.then((known) => proceed(context, known));
    evidence = more;
  }
}

function answer(
  question: Question,
  evidence: Evidence,
  { facts, instance, policy, report }: Context,
): NowOrLater<Evidence> {
  const { keys, tokens, backend } = instance;
  switch (question.ask) {
    case 'verify': {
      const moment = { now: facts.now, skewInMs: question.skewInMs };
      if (question.skewInMs > policy.clockSkewInMs) report('clock', CLOCK_SKEW);
      const verdict = verifySessionToken(question.token, { keys, tokens, policy, moment });
      return goOn(verdict, (failure) => evidence.withVerification({ question, failure }));
    }
    case 'redeem':
      return redeem(question.ticket, evidence, instance, report);
    case 'refresh': {
      const { expired, refreshToken } = question;
      const refreshing = refreshSession(expired, refreshToken, facts, instance);
      return refreshing.then((refreshed) => evidence.withRefreshing(refreshed));
    }
    case 'machine': {
      const moment = { now: facts.now, skewInMs: policy.clockSkewInMs };
      const context = { keys, tokens, policy, moment };
      const verification = verifyMachineToken(question.token, context, backend);
      return goOn(verification, (machine) => evidence.withMachine(machine));
    }
    default:
      return question satisfies never;
  }
}

async function redeem(
  ticket: HandshakeTicket,
  evidence: Evidence,
  instance: Instance,
  report: Report,
): Promise<Evidence> {
  const redemption = await redeemHandshake(ticket, instance);
  const problem = redemption.problem ?? redemption.refused?.message;
  if (problem) report('handshake', `A handshake could not be resolved: ${problem}`);
  return evidence.withRedemption(redemption);
}
