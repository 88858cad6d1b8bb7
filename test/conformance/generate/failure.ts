import type { ApiAnswer } from './scenario.js';

/** An answer of the Backend API in JSON. */
export function json(status: number, body: unknown): ApiAnswer {
  return { status, contentType: 'application/json', body: JSON.stringify(body) };
}

/** An answer that is none, with an error for each code. */
export function failure(status: number, ...codes: string[]): ApiAnswer {
  return json(status, { errors: codes.map((code) => ({ code, message: `${code}, in short.` })) });
}
