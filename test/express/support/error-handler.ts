import type { ErrorRequestHandler } from 'express';

/** Answers errors as Express does by itself, and keeps them for the test instead of printing them. */
export function answerErrors(kept: unknown[] = []): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    kept.push(error);
    if (response.headersSent) return next(error);
    const status: unknown = Reflect.get(Object(error), 'status');
    response.status(typeof status === 'number' && status >= 400 ? status : 500).json('an error');
  };
}
