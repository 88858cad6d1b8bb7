import { expect } from '@jest/globals';
import type { KeyObject } from 'node:crypto';
import { compactVerify } from 'jose';
import { ALGORITHMS, checkAlgorithm } from '../../../src/engine/claims/algorithm.js';
import { checkSignature } from '../../../src/engine/evidence/signature.js';
import { type DecodedToken, decodeToken } from '../../../src/engine/facts/decoded-token.js';

/** A token, and what it is checked by. */
export interface SignatureCase {
  readonly name: string;
  readonly text: string;
  readonly key: KeyObject;
  /** What the key's owner says that it is for. */
  readonly algorithm: string | undefined;
}

/** Who said yes to a case. */
export interface Answers {
  readonly name: string;
  readonly jose: boolean;
  readonly ours: boolean;
  /** Whether the signature check says yes by itself, and jose with the same list of algorithms no. */
  readonly isWeakAlone: boolean;
}

/** Asks `jose` and us about a case. What can't be decoded never gets as far as a signature. */
export async function askBoth({ name, text, key, algorithm }: SignatureCase): Promise<Answers> {
  const token = decodeToken(text);
  if (token.kind !== 'jwt') return { name, jose: false, ours: false, isWeakAlone: false };
  const algorithms = algorithm === undefined ? [...ALGORITHMS] : [algorithm];
  const supported = algorithms.filter((one) => ALGORITHMS.includes(one));
  const alone = isSigned(token, key, algorithm);
  return {
    name,
    jose: await joseTakes(text, key, supported),
    ours: alone && checkAlgorithm(token) === undefined,
    isWeakAlone: alone && !(await joseTakes(text, key, algorithms)),
  };
}

/**
 * Expects the same answer to each case; those that differ are shown by their names.
 *
 * @returns How many were taken.
 */
export async function expectAgreement(cases: readonly SignatureCase[]): Promise<number> {
  const answers = await Promise.all(cases.map(askBoth));
  expect({
    'jose says no and we yes': names(answers.filter(({ jose, ours }) => ours && !jose)),
    'jose says yes and we no': names(answers.filter(({ jose, ours }) => jose && !ours)),
    'the check alone says yes and jose no': names(answers.filter((one) => one.isWeakAlone)),
  }).toEqual({
    'jose says no and we yes': [],
    'jose says yes and we no': [],
    'the check alone says yes and jose no': [],
  });
  return answers.filter(({ jose }) => jose).length;
}

function names(answers: readonly Answers[]): string[] {
  return answers.map(({ name }) => name);
}

function isSigned(token: DecodedToken, key: KeyObject, algorithm: string | undefined): boolean {
  return checkSignature(token, { key, algorithm }) === undefined;
}

function joseTakes(text: string, key: KeyObject, algorithms: string[]): Promise<boolean> {
  return compactVerify(text, key, { algorithms }).then(
    () => true,
    () => false,
  );
}
