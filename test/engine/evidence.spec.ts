import { describe, expect, test } from '@jest/globals';
import { authenticate } from '../../src/engine/authenticate.js';
import { Evidence, type VerifyQuestion } from '../../src/engine/evidence/evidence.js';
import { type DecodedToken, decodeToken } from '../../src/engine/facts/decoded-token.js';
import { RequestFacts } from '../../src/engine/facts/request-facts.js';
import type { KeySource } from '../../src/engine/keys/key-source.js';
import { PemKeySource } from '../../src/engine/keys/pem-key-source.js';
import { carrying, instanceOf, local, NOW, outcomeOf, policyWith } from './support/engine.js';
import { requestSource } from './support/request-source.js';

function decoded(text: string): DecodedToken {
  const token = decodeToken(text);
  if (token.kind !== 'jwt') throw new Error('the fixture is not a token');
  return token;
}

describe('an answer to the question whether a token is good', () => {
  const token = decoded(local.mintSessionToken('ada'));
  const question: VerifyQuestion = { ask: 'verify', token, skewInMs: 5_000 };
  const evidence = Evidence.none.withVerification({ question, failure: undefined });

  test('is there once it was given', () => {
    expect(Evidence.none.verification(token, 5_000)).toBeUndefined();
    expect(evidence.verification(token, 5_000)).toEqual({ question, failure: undefined });
  });

  test('does not vouch for another token of the same request', () => {
    const planted = decoded(local.mintSessionToken('grace'));
    expect(evidence.verification(planted, 5_000)).toBeUndefined();
  });

  test('does not vouch for the same token with stricter clocks', () => {
    expect(evidence.verification(token, 0)).toBeUndefined();
  });
});

test('each answer keeps those that were there before', () => {
  const token = decoded(local.mintSessionToken('ada'));
  const question: VerifyQuestion = { ask: 'verify', token, skewInMs: 0 };
  const redemption = { directives: [], session: undefined };
  const refreshing = { refreshed: false, reason: 'fetch-error' } as const;
  const machine = { valid: false, reason: 'token-invalid', message: '' } as const;
  type Answer = (evidence: Evidence) => Evidence;
  const answers: Answer[] = [
    (evidence) => evidence.withVerification({ question, failure: undefined }),
    (evidence) => evidence.withRedemption(redemption),
    (evidence) => evidence.withRefreshing(refreshing),
    (evidence) => evidence.withMachine(machine),
  ];
  // Each of them last.
  for (const [place, last] of answers.entries()) {
    const others = answers.toSpliced(place, 1);
    const all = [...others, last].reduce((evidence, answer) => answer(evidence), Evidence.none);
    expect(all.verification(token, 0)).toBeDefined();
    expect(all).toMatchObject({ redemption, refreshing, machine });
  }
});

describe('authenticating a request', () => {
  test('is done at once where there is nothing to verify', () => {
    const instance = instanceOf('production');
    const facts = new RequestFacts(requestSource(), instance, NOW);
    const decision = authenticate({ facts, instance, policy: policyWith() });
    expect(decision).toMatchObject({ outcome: { status: 'signed-out' } });
  });

  test.each(['bearer', 'cookie'] as const)('looks for the key of a %s token once', async (by) => {
    const pem = new PemKeySource(local.jwtKey);
    const asked: unknown[] = [];
    const keys: KeySource = {
      find: (keyId) => {
        asked.push(keyId);
        return pem.find();
      },
    };
    const outcome = await outcomeOf(carrying(local.mintSessionToken('ada'), by), { keys });
    expect(outcome.status).toBe('signed-in');
    expect(asked).toEqual([local.kid]);
  });
});
