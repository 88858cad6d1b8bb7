import { fieldsOf } from '../../engine/auth/signed.js';
import { QUESTIONS } from './questions.js';

/** What is compared of an auth object: its fields, and what it answers to every question. */
export function authView(make: () => object | null): unknown {
  try {
    const auth = make();
    return auth && { ...fieldsOf(auth), has: answersOf(auth) };
  } catch {
    // Whether it throws is compared, not the words.
    return 'thrown';
  }
}

function answersOf(auth: object): string | undefined {
  if (!('has' in auth) || typeof auth.has !== 'function') return undefined;
  const { has } = auth;
  return QUESTIONS.map((question) => (has(question) ? '1' : '0')).join('');
}
