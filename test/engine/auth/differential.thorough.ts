import { describe, expect, test } from '@jest/globals';
import { randomClaims, randomQuestion, seededPick } from './random-claims.js';
import { ask, authOf, fieldsOf } from './signed.js';
import { vendorAuthOf } from './vendor.js';

const SEEDS = [1, 20_260_512, 0xc1e4c];
const CLAIMS_PER_SEED = 1_500;
const QUESTIONS_PER_CLAIMS = 25;

describe.each(SEEDS)('compared with the vendor, seed %d', (seed) => {
  const pick = seededPick(seed);
  const cases = Array.from({ length: CLAIMS_PER_SEED }, () => ({
    claims: randomClaims(pick),
    questions: Array.from({ length: QUESTIONS_PER_CLAIMS }, () => randomQuestion(pick)),
  }));

  test('the fields are equal, down to undefined and null', () => {
    const readable = cases.flatMap(({ claims }) => {
      const { made } = vendorAuthOf(claims);
      return made ? [{ claims, made }] : [];
    });
    for (const { claims, made } of readable) {
      expect(fieldsOf(authOf(claims))).toStrictEqual(fieldsOf(made));
    }
    expect(readable.length).toBeGreaterThan(CLAIMS_PER_SEED / 2);
  });

  test('the keys are equal, methods included', () => {
    const { made } = vendorAuthOf({});
    expect(Object.keys(authOf({})).toSorted()).toEqual(Object.keys(made ?? {}).toSorted());
  });

  test('has() answers every question alike', () => {
    const answers = cases.flatMap(({ claims, questions }) => {
      const { made } = vendorAuthOf(claims);
      if (!made) return [];
      const { has } = authOf(claims);
      return questions.map((question) => ({
        claims,
        question,
        ours: ask(has, question),
        theirs: ask(made.has, question),
      }));
    });
    expect(answers.filter(({ ours, theirs }) => ours !== theirs)).toEqual([]);
    // Neither answer may be so rare that the comparison says nothing.
    const passed = answers.filter(({ theirs }) => theirs).length;
    expect(passed).toBeGreaterThan(500);
    expect(answers.length - passed).toBeGreaterThan(500);
  });

  test('where the vendor throws, has() grants what it would without any permission', () => {
    const refused = cases.filter(({ claims }) => !vendorAuthOf(claims).made);
    expect(refused.length).toBeGreaterThan(100);
    for (const { claims, questions } of refused) {
      const auth = authOf(claims);
      expect(auth.orgPermissions).toEqual([]);
      // The same facts in a token of version 1, which the vendor can read.
      const { made } = vendorAuthOf({
        ...auth.sessionClaims,
        v: undefined,
        org_id: auth.orgId,
        org_role: auth.orgRole,
        org_permissions: [],
      });
      const differing = questions.filter(
        (question) => ask(auth.has, question) !== (made && ask(made.has, question)),
      );
      expect({ claims, differing }).toEqual({ claims, differing: [] });
    }
  });
});
