import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import type { ExpressServer } from './express-server.js';
import type { Visit } from './visitors.js';

/** The same application by our functions and by the vendor's. */
export interface Pair {
  readonly ours: ExpressServer;
  readonly vendor: ExpressServer;
}

/** What is compared of an answer. */
export interface Answer {
  readonly status: number | undefined;
  /** Those that say something of Clerk or of where to go; of one name in the order they came in. */
  readonly headers: readonly string[];
  /** What a handler answered, and undefined where none did. */
  readonly body: unknown;
}

/** What both answered to the same request. */
export interface Answers {
  readonly ours: Answer;
  readonly vendor: Answer;
}

/** Sends both the same. */
export async function askBoth(
  { ours, vendor }: Pair,
  path: string,
  visit: Visit,
): Promise<Answers> {
  return { ours: await ask(ours, path, visit), vendor: await ask(vendor, path, visit) };
}

/** Sends a request whose host is the same for every server, as it goes into addresses. */
export async function ask({ port }: ExpressServer, path: string, visit: Visit): Promise<Answer> {
  const { method = 'GET', query = '', headers } = visit;
  const sent = request({
    port,
    method,
    host: '127.0.0.1',
    path: `${path}${query}`,
    headers: { host: 'localhost:3000', ...headers },
  });
  sent.end();
  const [response]: IncomingMessage[] = await once(sent, 'response');
  if (!response) throw new Error('There is no answer.');
  return { status: response.statusCode, headers: told(response), body: await bodyOf(response) };
}

const OF_CONCERN =
  /^(x-clerk-auth-(reason|status)|location|set-cookie|cache-control|access-control-.*|www-authenticate)$/;

function told({ rawHeaders }: IncomingMessage): string[] {
  const lines = rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [`${name.toLowerCase()}: ${rawHeaders[index + 1]}`] : [],
  );
  const concerned = lines.filter((line) => OF_CONCERN.test(line.split(':', 1)[0] ?? ''));
  // Stable: several of one name stay as they are.
  return concerned.toSorted((one, other) => nameOf(one).localeCompare(nameOf(other)));
}

function nameOf(line: string): string {
  return line.slice(0, line.indexOf(':'));
}

/** Texts for people are no answer of a handler. */
async function bodyOf(response: IncomingMessage): Promise<unknown> {
  const body = await text(response);
  if (!response.headers['content-type']?.startsWith('application/json')) return undefined;
  const value: unknown = body && JSON.parse(body);
  return value;
}
