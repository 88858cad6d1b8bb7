import type { RequestListener } from 'node:http';
import { answer } from './answer.js';
import { apiError } from './api-errors.js';
import { send } from './reply.js';
import type { ServerContext } from './route.js';

/** What the server does with a request, as `node:http` wants it. */
export function requestListener(context: ServerContext): RequestListener {
  return (request, response) => {
    answer(request, context).then(
      (reply) => send(response, reply),
      () => {
        // Either the client went away while it was sending, and nobody is left to answer, or this
        // code has a fault, which must not take the developer's process down.
        if (response.destroyed) return;
        send(response, apiError({ status: 500, code: 'internal' }, 'A fault in the local Clerk.'));
      },
    );
  };
}
