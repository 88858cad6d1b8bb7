import { once } from 'node:events';
import { type IncomingMessage, request as open } from 'node:http';

/**
 * A `fetch` over sockets of its own. Node's counts its time-outs by `Date.now`, and would give up on
 * answers that are under way whenever this run's clock jumps.
 */
export async function plainFetch(
  input: string | URL | Request,
  { method, headers, body }: RequestInit = {},
): Promise<Response> {
  const url = input instanceof Request ? input.url : input;
  const request = open(url, {
    method,
    headers: Object.fromEntries(new Headers(headers)),
    // No connection is kept: nothing then depends on when one was last used.
    agent: false,
  });
  const answered = once(request, 'response');
  request.end(typeof body === 'string' ? body : undefined);
  const [response] = await answered;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what Node emits by that name
  return toResponse(response as IncomingMessage);
}

async function toResponse(answer: IncomingMessage): Promise<Response> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of answer) chunks.push(Buffer.from(chunk));
  const { statusCode: status = 0 } = answer;
  const headers = Object.entries(answer.headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] satisfies [string, string]] : [],
  );
  return new Response(status === 204 ? null : Buffer.concat(chunks), { status, headers });
}
