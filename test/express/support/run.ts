import express, { type RequestHandler } from 'express';
import { getAuth } from 'clerk-nestjs';
import { answerErrors } from './error-handler.js';
import { serve } from './express-server.js';

/** What came of a request. */
export interface Outcome {
  /** What was passed to `next`. */
  readonly errors: readonly unknown[];
  readonly status: number;
}

/** Answers with the id of who is signed in. */
export const showUser: RequestHandler = (request, response) =>
  void response.json(getAuth(request).userId);

/** Sends one request through a middleware of an application of its own. */
export async function run(
  middleware: RequestHandler,
  path = '/',
  headers: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const errors: unknown[] = [];
  const server = await serve(express().use(middleware, showUser, answerErrors(errors)));
  const { status } = await fetch(server.origin + path, { headers, redirect: 'manual' });
  await server.close();
  return { errors, status };
}
